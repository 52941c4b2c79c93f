package dev.mcpdiag.weave;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables that lie beside the classes as text. */
final class TextResource {
  private TextResource() {}

  /** The lines of a file in {@code dev/mcpdiag}, without blank ones and those that begin with #. */
  static List<String> lines(String name) {
    try (InputStream file =
            Objects.requireNonNull(
                TextResource.class.getResourceAsStream("/dev/mcpdiag/" + name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

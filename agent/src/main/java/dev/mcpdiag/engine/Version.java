package dev.mcpdiag.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this build, from a resource that the build writes. */
final class Version {
  private Version() {}

  static String text() {
    try (InputStream in =
        Version.class.getClassLoader().getResourceAsStream("dev/mcpdiag/version.txt")) {
      return in == null ? "?" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "?";
    }
  }
}

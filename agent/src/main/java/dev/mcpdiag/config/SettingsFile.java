package dev.mcpdiag.config;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The file of {@code mcpdiag.config.file}. */
final class SettingsFile {
  private static final long MOST_BYTES = 1 << 20;

  private SettingsFile() {}

  /** What stands in the file; empty, with a problem said, where it cannot be read. */
  static Map<String, String> read(String name, Problems problems) {
    Map<String, String> values = new HashMap<>();
    try {
      Path path = Path.of(name);
      // A pipe or a device would make the JVM wait, or read for ever.
      if (Files.exists(path) && (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES)) {
        throw new IOException("it is not a regular file below 1 MiB");
      }
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      for (String key : properties.stringPropertyNames()) {
        values.put(key, properties.getProperty(key, ""));
      }
    } catch (IOException | RuntimeException e) {
      problems.report(
          new Problem(
              "cannot read the settings file, because " + reason(e),
              "mcpdiag.config.file=" + Shown.text(name),
              "name a properties file that this process may read"));
    }
    return values;
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    return e instanceof IOException && e.getMessage() != null && e.getMessage().startsWith("it ")
        ? e.getMessage()
        : "of " + e.getClass().getSimpleName();
  }
}

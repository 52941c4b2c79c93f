package dev.mcpdiag.lab;

import dev.mcpdiag.api.McpDiagnostics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the build tells the lab, as system properties (see failsafe in the pom). */
public final class LabSettings {
  private LabSettings() {}

  /** The built agent. */
  public static Path agentJar() {
    Path jar = Path.of(required("mcpdiag.agent.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no agent at " + jar + ": run mvn package first");
    }
    return jar;
  }

  /** The API that an application may have beside the agent: where the tests have it from. */
  static Path apiJar() {
    return Path.of(
        URI.create(
            McpDiagnostics.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** The module's {@code target}. */
  public static Path target() {
    return Path.of(System.getProperty("mcpdiag.lab.target", "target")).toAbsolutePath();
  }

  /** {@code agent/src/test/apps}. */
  public static Path apps() {
    return Path.of(System.getProperty("mcpdiag.lab.apps", "src/test/apps")).toAbsolutePath();
  }

  public static Path mavenHome() {
    return Path.of(required("mcpdiag.maven.home"));
  }

  /** An optional setting, null when it is absent or was left as a placeholder. */
  public static @Nullable String optional(String key) {
    String value = System.getProperty(key);
    return value == null || value.isBlank() || value.startsWith("${") ? null : value;
  }

  /**
   * Java homes to try the application on: the build's own, and what {@code mcpdiag.java.homes}
   * names.
   */
  public static List<Path> javaHomes() {
    String homes = optional("mcpdiag.java.homes");
    return homes == null
        ? List.of(Path.of(System.getProperty("java.home")))
        : List.of(homes.split("[,:]")).stream().map(Path::of).toList();
  }

  private static String required(String key) {
    String value = optional(key);
    if (value == null) {
      throw new IllegalStateException(
          "system property " + key + " is not set: run through failsafe");
    }
    return value;
  }
}

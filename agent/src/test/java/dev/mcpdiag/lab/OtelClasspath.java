package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Class path of an application that has an OpenTelemetry SDK of its own beside the MCP SDK. The
 * OpenTelemetry jars are those that the tests have themselves.
 */
final class OtelClasspath {
  private OtelClasspath() {}

  static String of(String version) throws IOException {
    String classpath = SdkClasspath.of(version) + File.pathSeparator + openTelemetry();
    Path classes =
        LabSources.compiled(
            LabSettings.apps().resolveSibling("otelapps"),
            LabSettings.target().resolve("sdk").resolve(version).resolve("otel-classes"),
            classpath);
    return classes + File.pathSeparator + classpath;
  }

  private static String openTelemetry() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> new File(jar).getName().matches("(opentelemetry|okhttp|okio|kotlin)-.*"))
        .filter(jar -> !jar.contains("opentelemetry-proto"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}

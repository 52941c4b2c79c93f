package dev.mcpdiag.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JVM is started with.
 *
 * @param name as in {@code --setups} and in the tables
 * @param agent the jar for {@code -javaagent}, if any
 */
record Setup(String name, Optional<Path> agent) {
  static final String NONE = "none";
  static final String EMPTY = "empty";
  static final String OURS = "mcpdiag";
  static final String OPENTELEMETRY = "otel";

  static List<Setup> all(Layout layout, Path ourAgent) {
    return List.of(
        new Setup(NONE, Optional.empty()),
        new Setup(EMPTY, Optional.of(layout.emptyAgent())),
        new Setup(OURS, Optional.of(ourAgent)),
        new Setup(OPENTELEMETRY, Optional.of(layout.openTelemetryAgent())));
  }

  List<String> jvmArguments() {
    List<String> arguments = new ArrayList<>();
    agent.ifPresent(jar -> arguments.add("-javaagent:" + jar));
    return arguments;
  }
}

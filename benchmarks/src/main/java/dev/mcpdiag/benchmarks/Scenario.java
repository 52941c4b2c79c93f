package dev.mcpdiag.benchmarks;

import java.util.List;

/** What a measured JVM does. */
enum Scenario {
  /** A main method that prints one line and knows nothing of MCP. */
  HELLO("com.example.mcpload.HelloWorld", "JVM that loads no MCP class") {
    @Override
    List<String> arguments(Effort effort) {
      return List.of();
    }
  },

  /** Client and server in one JVM, messages passed as objects. */
  MEMORY("com.example.mcpload.Calls", "In-memory pair") {
    @Override
    List<String> arguments(Effort effort) {
      return List.of(
          "memory",
          String.valueOf(effort.memoryWarmUp()),
          String.valueOf(effort.batches()),
          String.valueOf(effort.memoryBatch()));
    }
  },

  /** Client and server in one JVM, streamable HTTP to an embedded Tomcat. */
  HTTP("com.example.mcpload.Calls", "Over HTTP, embedded Tomcat") {
    @Override
    List<String> arguments(Effort effort) {
      return List.of(
          "http",
          String.valueOf(effort.httpWarmUp()),
          String.valueOf(effort.batches()),
          String.valueOf(effort.httpBatch()));
    }
  },

  /** 200 callers of one client at full speed. */
  CROWD("com.example.mcpload.Crowd", "200 threads") {
    @Override
    List<String> arguments(Effort effort) {
      String seconds = String.valueOf(effort.crowdSeconds());
      return List.of("200", seconds, seconds);
    }
  };

  private final String mainClass;
  private final String title;

  Scenario(String mainClass, String title) {
    this.mainClass = mainClass;
    this.title = title;
  }

  String mainClass() {
    return mainClass;
  }

  String title() {
    return title;
  }

  /** For the main method. */
  abstract List<String> arguments(Effort effort);
}

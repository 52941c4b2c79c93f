package dev.mcpdiag.benchmarks;

import static dev.mcpdiag.benchmarks.Budget.atMost;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The budgets of the design as data, each with the way its value follows from the medians. */
final class Budgets {
  /** The key under which the size of an agent's jar stands among the numbers of HELLO. */
  static final String JAR_MB = "jarMb";

  /** Classes of Byte Buddy and OpenTelemetry, relocated or not, in a JVM without MCP. */
  static final String FOREIGN_CLASSES = "foreignClasses";

  // The JVM reports time in whole ticks where a thread ended early, so "the empty agent" as a goal
  // has to allow for less than one tick of 10 ms.
  static final List<Budget> ALL =
      List.of(
          atMost("no MCP: CPU at main over empty agent", "ms", 0, 20, 5, hello("main.cpuMillis")),
          atMost("no MCP: CPU 0.5 s later over empty", "ms", 0, 20, 5, hello("later.cpuMillis")),
          atMost("no MCP: threads over empty agent", "", 0, 0, 0, hello("threads")),
          atMost("no MCP: Byte Buddy + OTel classes", "", 0, 0, 0, ours(FOREIGN_CLASSES)),
          atMost("first call, added", "ms", 0, 600, 350, memory("first.wallMillis", 1)),
          atMost("first call, CPU added", "ms", 0, 1100, 650, memory("first.cpuMillis", 1)),
          atMost(
              "same, 1 s after the first call", "ms", 0, 1100, 650, memory("later.cpuMillis", 1)),
          atMost("echo in memory, per side", "µs", 1, 4, 2, memory("echo.micros", 0.5)),
          atMost("echo in memory, per side", "B", 0, 2000, 1200, memory("echo.bytes", 0.5)),
          atMost(
              "echo over HTTP / no agent", "×", 3, 1.05, 1.03, ratio(Scenario.HTTP, "echo.micros")),
          atMost("failing call, added", "µs", 1, 60, 40, memory("broken.micros", 1)),
          atMost("failing call, added", "B", 0, 30_000, 20_000, memory("broken.bytes", 1)),
          atMost("failing call, in all", "µs", 1, 60, 40, whole("broken.micros")),
          atMost("failing call, in all", "B", 0, 30_000, 20_000, whole("broken.bytes")),
          atMost("memory added at the first call", "MB", 0, 45, 25, memory("first.rssMb", 1)),
          atMost("memory added 1 s later", "MB", 0, 45, 25, memory("later.rssMb", 1)),
          atMost("classes added, end of run", "", 0, 1700, 1300, memory("end.classes", 1)),
          atMost("threads added", "", 0, 5, 3, memory("threads", 1)),
          atMost("jar", "MB", 1, 11, 8, ours(JAR_MB)),
          atMost("classification, built-in rules", "µs", 0, 10, 5, Budgets::byJmh),
          new Budget(
              "200 threads over HTTP / no agent",
              "×",
              3,
              0.95,
              0.97,
              true,
              ratio(Scenario.CROWD, "http.callsPerSecond")));

  private Budgets() {}

  /** A part too small for a whole JVM: the line stands here so that nobody takes it for kept. */
  private static OptionalDouble byJmh(Results results) {
    return OptionalDouble.empty();
  }

  private static Function<Results, OptionalDouble> ours(String measure) {
    return results -> results.median(Scenario.HELLO, Setup.OURS, measure);
  }

  private static Function<Results, OptionalDouble> whole(String measure) {
    return results -> results.median(Scenario.MEMORY, Setup.OURS, measure);
  }

  private static Function<Results, OptionalDouble> hello(String measure) {
    return added(Scenario.HELLO, Setup.EMPTY, measure, 1);
  }

  private static Function<Results, OptionalDouble> memory(String measure, double share) {
    return added(Scenario.MEMORY, Setup.NONE, measure, share);
  }

  private static Function<Results, OptionalDouble> added(
      Scenario scenario, String baseline, String measure, double share) {
    return results -> {
      OptionalDouble with = results.median(scenario, Setup.OURS, measure);
      OptionalDouble without = results.median(scenario, baseline, measure);
      return with.isEmpty() || without.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of((with.getAsDouble() - without.getAsDouble()) * share);
    };
  }

  private static Function<Results, OptionalDouble> ratio(Scenario scenario, String measure) {
    return results -> {
      OptionalDouble with = results.median(scenario, Setup.OURS, measure);
      OptionalDouble without = results.median(scenario, Setup.NONE, measure);
      return with.isEmpty() || without.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(with.getAsDouble() / without.getAsDouble());
    };
  }
}

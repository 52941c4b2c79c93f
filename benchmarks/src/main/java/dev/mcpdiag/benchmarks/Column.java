package dev.mcpdiag.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * One column of a scenario's table.
 *
 * @param key of the number, as the measured JVM prints it
 * @param decimals behind the point
 */
record Column(String key, String heading, int decimals) {
  static final Map<Scenario, List<Column>> OF =
      Map.of(
          Scenario.HELLO,
              List.of(
                  new Column("main.wallMillis", "to main ms", 0),
                  new Column("main.cpuMillis", "CPU to main ms", 0),
                  new Column("later.cpuMillis", "CPU 0.5 s later ms", 0),
                  new Column("end.classes", "classes", 0),
                  new Column(Budgets.FOREIGN_CLASSES, "of Byte Buddy, OTel", 0),
                  new Column("threads", "threads", 0),
                  new Column("later.rssMb", "peak RSS MB", 0),
                  new Column(Budgets.JAR_MB, "jar MB", 1)),
          Scenario.MEMORY,
              List.of(
                  new Column("main.wallMillis", "to main ms", 0),
                  new Column("first.wallMillis", "first call ms", 0),
                  new Column("first.cpuMillis", "CPU to there ms", 0),
                  new Column("later.cpuMillis", "CPU 1 s later ms", 0),
                  new Column("echo.micros", "echo µs", 1),
                  new Column("echo.bytes", "echo B", 0),
                  new Column("broken.micros", "failing µs", 1),
                  new Column("broken.bytes", "failing B", 0),
                  new Column("first.rssMb", "RSS first call MB", 0),
                  new Column("end.rssMb", "peak RSS MB", 0),
                  new Column("first.classes", "classes first call", 0),
                  new Column("end.classes", "classes end", 0),
                  new Column("threads", "threads", 0)),
          Scenario.HTTP,
              List.of(
                  new Column("main.wallMillis", "to main ms", 0),
                  new Column("first.wallMillis", "first call ms", 0),
                  new Column("first.cpuMillis", "CPU to there ms", 0),
                  new Column("later.cpuMillis", "CPU 1 s later ms", 0),
                  new Column("echo.micros", "echo µs", 0),
                  new Column("echo.bytes", "echo B", 0),
                  new Column("end.rssMb", "peak RSS MB", 0),
                  new Column("end.classes", "classes end", 0),
                  new Column("threads", "threads", 0)),
          Scenario.CROWD,
              List.of(
                  new Column("http.callsPerSecond", "HTTP calls/s", 0),
                  new Column("memory.callsPerSecond", "in-memory calls/s", 0),
                  new Column("end.cpuMillis", "CPU whole run ms", 0),
                  new Column("end.rssMb", "peak RSS MB", 0)));
}

package dev.mcpdiag.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts the classes that a JVM without MCP must not load, in a run that is not timed. */
final class ForeignClasses {
  private ForeignClasses() {}

  static long count(MeasuredJvm jvm, Setup setup, String sdk)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("mcpdiag-classes", ".log");
    try {
      // Names only: the source, which names the jar's path, may not be taken for a class.
      List<String> logging = List.of("-Xlog:class+load=info:file=" + log + ":none:filecount=0");
      jvm.run(Scenario.HELLO, setup, sdk, logging);
      try (Stream<String> lines = Files.lines(log)) {
        return lines.map(line -> line.split(" ", 2)[0]).filter(ForeignClasses::isForeign).count();
      }
    } finally {
      Files.delete(log);
    }
  }

  /** Relocated ones keep their old name behind the new prefix. */
  private static boolean isForeign(String className) {
    return className.contains("bytebuddy.") || className.contains("opentelemetry.");
  }
}

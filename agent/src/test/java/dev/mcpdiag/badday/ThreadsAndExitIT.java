package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent's threads are few and never hold the JVM. */
class ThreadsAndExitIT {
  private static final int RUNS = 3;
  private static final long MORE_MILLIS = 300;
  private static final long HANGING_MILLIS = 2_000;
  // The clock of a shared machine, not the agent's.
  private static final long SLACK_MILLIS = 300;

  private static long alone;

  @BeforeAll
  static void measureTheApplicationAlone() throws IOException {
    try (Ports ports = new Ports()) {
      alone = fastest(outing(ports));
    }
  }

  @Test
  void threadsAreDaemonsWithoutAnApplicationsLoader() throws IOException {
    try (Ports ports = new Ports();
        OtlpReceiver receiver = new OtlpReceiver()) {
      Path file = Files.createTempFile(LabSettings.target(), "threads", ".txt");
      outing(ports).agent("").collector(receiver.endpoint()).threads(file).run();
      List<String> seen = Files.readAllLines(file);
      List<String> threads = seen.subList(0, seen.size() - 1);

      assertTrue(threads.size() >= 2, seen::toString);
      for (String thread : threads) {
        assertTrue(thread.matches("mcpdiag-[a-z0-9-]+ daemon=true loader=null"), thread);
      }
      assertTrue(atOnce(seen) <= 5, () -> "more threads than the design allows: " + seen);
    }
  }

  @Test
  void threadsForGrpcAreDaemonsToo() throws IOException {
    try (Ports ports = new Ports()) {
      Path file = Files.createTempFile(LabSettings.target(), "threads", ".txt");
      outing(ports)
          .agent("")
          .collector(ports.silent())
          .variable("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
          .threads(file)
          .run();
      List<String> seen = Files.readAllLines(file);

      for (String thread : seen.subList(0, seen.size() - 1)) {
        assertTrue(thread.contains(" daemon=true loader=null"), thread);
      }
    }
  }

  @Test
  void theJvmEndsAsFastAsWithoutTheAgentWhenNobodyListens() throws IOException {
    try (Ports ports = new Ports()) {
      long watched = fastest(outing(ports).agent("").collector(ports.refusing()));

      assertTrue(watched <= alone + MORE_MILLIS, alone + " ms without, " + watched + " ms with");
    }
  }

  @Test
  void theJvmEndsWithinTwoSecondsWhenTheCollectorHangs() throws IOException {
    try (Ports ports = new Ports()) {
      long watched = fastest(outing(ports).agent("").collector(ports.silent()));

      assertTrue(
          watched <= alone + HANGING_MILLIS + SLACK_MILLIS,
          alone + " ms without, " + watched + " ms with");
    }
  }

  private static Outing outing(Ports ports) throws IOException {
    return new Outing(
        Outing.errand(
            "id=x", "transport=streamable", "url=" + ports.refusing(), "op=init", "op=sleep 500"));
  }

  private static long fastest(Outing outing) throws IOException {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      Ended ended = outing.run();
      assertEquals(3, ended.exit(), ended::stderr);
      fastest = Math.min(fastest, ended.endMillis());
    }
    return fastest;
  }

  private static int atOnce(List<String> seen) {
    return Integer.parseInt(seen.get(seen.size() - 1).replace("at once: ", ""));
  }
}

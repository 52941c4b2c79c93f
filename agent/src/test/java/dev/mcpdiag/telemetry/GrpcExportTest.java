package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OTLP over gRPC, against gRPC's own server. */
class GrpcExportTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Test
  void bringsAllThreeSignalsOnDaemonThreads() throws Exception {
    try (GrpcCollector collector = new GrpcCollector()) {
      Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
      try (Exporting exporting = to(collector.address(), false)) {
        fail(exporting);
        assertTrue(
            Exporting.becomes(
                PATIENCE,
                () ->
                    !collector.traces.isEmpty()
                        && !collector.logs.isEmpty()
                        && !collector.metrics.isEmpty()),
            () -> "missing: " + exporting.problems);
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(before);
        more.removeIf(thread -> thread.getName().startsWith("grpc-"));
        // Of OkHttp: one reader, for all signals share a connection, its task runner and watchdog.
        long ofOkHttp = more.stream().filter(GrpcExportTest::isOfOkHttp).count();
        assertTrue(ofOkHttp <= 4, () -> "threads: " + more);
        assertTrue(more.stream().allMatch(Thread::isDaemon), () -> "threads: " + more);
      }
      assertEquals(
          "mcpdiag.failure",
          collector.logs.get(0).getResourceLogs(0).getScopeLogs(0).getLogRecords(0).getEventName());
      assertEquals(
          "tools/call",
          collector.traces.get(0).getResourceSpans(0).getScopeSpans(0).getSpans(0).getName());
    }
  }

  @Test
  void compresses() throws Exception {
    try (GrpcCollector collector = new GrpcCollector();
        Exporting exporting = to(collector.address(), true)) {
      fail(exporting);
      assertTrue(Exporting.becomes(PATIENCE, () -> !collector.logs.isEmpty()));
    }
  }

  @Test
  void waitsForAnUnavailableCollectorAndLosesNothing() throws Exception {
    try (GrpcCollector collector = new GrpcCollector();
        Exporting exporting = to(collector.address(), false)) {
      collector.status = io.grpc.Status.UNAVAILABLE;
      fail(exporting);
      assertTrue(
          Exporting.becomes(
              PATIENCE, () -> exporting.sdk.tally().events().lastAnswer() == Answer.BUSY),
          () -> "answered: " + exporting.sdk.tally().events().lastAnswer());
      collector.status = io.grpc.Status.OK;
      assertTrue(Exporting.becomes(PATIENCE, () -> !collector.logs.isEmpty()));
      assertEquals(0, exporting.sdk.tally().events().dropped());
    }
  }

  @Test
  void tellsOfMissingCredentials() throws Exception {
    try (GrpcCollector collector = new GrpcCollector();
        Exporting exporting = to(collector.address(), false)) {
      collector.status = io.grpc.Status.UNAUTHENTICATED;
      exporting.sdk.failures().failed(Failures.with(Failures.ids(1)));
      assertTrue(Exporting.becomes(PATIENCE, () -> !exporting.problems.isEmpty()));
      String said = exporting.problems.get(0).sentence();
      assertTrue(said.contains("set OTEL_EXPORTER_OTLP_HEADERS"), said);
    }
  }

  private static boolean isOfOkHttp(Thread thread) {
    return thread.getName().startsWith("OkHttp") || thread.getName().startsWith("Okio");
  }

  private static void fail(Exporting exporting) {
    Bridge bridge = exporting.sdk.bridge();
    CallSpan span =
        bridge.start("tools/call", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
    Failure failure = Failures.with(span.ids());
    span.failed(failure, true, null);
    exporting.sdk.failures().failed(failure);
    exporting.sdk.metrics().failed(failure, true, TargetProof.PROVEN);
  }

  private static Exporting to(URI address, boolean gzip) {
    ExportSettings.Target target =
        new ExportSettings.Target(
            true,
            address,
            ExportSettings.Protocol.GRPC,
            Map.of("authorization", "Bearer abc"),
            Duration.ofSeconds(10),
            gzip,
            null,
            null,
            null);
    return new Exporting(
        Exporting.settings(
            target, target, target, "parentbased_always_on", Duration.ofMillis(200), false));
  }
}

package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Execution;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Findings;
import dev.mcpdiag.failure.Message;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever peers and models make up, series stay few, real tools keep theirs, and sums are true.
 */
class MadeUpNamesTest {
  private static final String DURATION = "mcp.client.operation.duration";
  private static final String TOOL = "gen_ai.tool.name";
  private static final int MANY = 3_000;

  @Test
  void ofToolsThatTheAnswerDoesNotKnowNeverBecomeALabel() {
    Map<String, Long> series =
        measured(
            DURATION,
            TOOL,
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                metrics.failed(failed(calling("made-up-" + i)), true, TargetProof.DOUBTED);
              }
              for (int i = 0; i < 20; i++) {
                metrics.succeeded(calling("real-" + i));
              }
            });
    assertEquals(21, series.size(), series::toString);
    assertEquals(3_000L, series.get(""));
    assertEquals(1L, series.get("real-19"));
  }

  @Test
  void ofToolsThatExistTakeTwoHundredLabels() {
    Map<String, Long> series =
        measured(
            DURATION,
            TOOL,
            metrics -> {
              for (int i = 0; i < 2 * MANY; i++) {
                metrics.succeeded(calling("tool-" + i % MANY));
              }
            });
    assertEquals(201, series.size(), series::toString);
    assertEquals(5_600L, series.get("other"));
    assertEquals(2L, series.get("tool-199"));
  }

  @Test
  void thatNobodyDeniesTakeNoMoreThanFiftyOfThem() {
    Map<String, Long> series =
        measured(
            DURATION,
            TOOL,
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                metrics.failed(failed(calling("guess-" + i)), true, TargetProof.UNSURE);
              }
              for (int i = 0; i < 150; i++) {
                metrics.succeeded(calling("real-" + i));
              }
            });
    assertEquals(50 + 1 + 150, series.size(), series::toString);
    assertEquals(2_950L, series.get(""));
    assertFalse(series.containsKey("other"), series::toString);
  }

  @Test
  void thatTurnOutToBeRealMakeRoomForOthers() {
    Map<String, Long> series =
        measured(
            DURATION,
            TOOL,
            metrics -> {
              for (int i = 0; i < 60; i++) {
                metrics.failed(failed(calling("tool-" + i)), true, TargetProof.UNSURE);
                metrics.succeeded(calling("tool-" + i));
                metrics.failed(failed(calling("tool-" + i)), true, TargetProof.DOUBTED);
              }
            });
    assertEquals(60, series.size(), series::toString);
    assertEquals(3L, series.get("tool-59"), "one that went missing still shows");
  }

  @Test
  void ofMethodsAreOne() {
    Map<String, Long> series =
        measured(
            DURATION,
            "mcp.method.name",
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                metrics.succeeded(call("made/up" + i, null, Failures.CALL.peer(), "2025-06-18"));
              }
              metrics.succeeded(call("tools/list", null, Failures.CALL.peer(), "2025-06-18"));
            });
    assertEquals(Map.of("other", 3_000L, "tools/list", 1L), series);
  }

  @Test
  void ofProtocolVersionsAreFew() {
    Map<String, Long> series =
        measured(
            DURATION,
            "mcp.protocol.version",
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                metrics.succeeded(call("ping", null, Failures.CALL.peer(), "v" + i));
              }
              metrics.succeeded(call("ping", null, Failures.CALL.peer(), "2025-11-25"));
            });
    assertEquals(22, series.size(), series::toString);
    assertEquals(2_980L, series.get("other"));
    assertEquals(1L, series.get("2025-11-25"));
  }

  @Test
  void ofErrorsLeaveRoomForThoseThatAreKnown() {
    Map<String, Long> series =
        measured(
            DURATION,
            "error.type",
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                metrics.failed(rejected(40_000 + i), true, TargetProof.PROVEN);
              }
              metrics.failed(rejected(-32603), true, TargetProof.PROVEN);
            });
    assertEquals(52, series.size(), series::toString);
    assertEquals(2_950L, series.get("_OTHER"));
    assertEquals(1L, series.get("-32603"));
  }

  @Test
  void ofServersShareOneAddressAndOneName() {
    Consumer<Metrics> calls =
        metrics -> {
          for (int i = 0; i < 300; i++) {
            Attempt call = call("ping", null, server(i), "2025-06-18");
            metrics.failed(failed(call), true, TargetProof.UNSURE);
            metrics.noticed(state(server(i)));
          }
        };
    Map<String, Long> places = measured(DURATION, "server.port", calls);
    assertEquals(201, places.size(), places::toString);
    assertEquals(100L, places.get(""));
    Map<String, Long> names = measured("mcpdiag.failures", "mcpdiag.server.name", calls);
    assertEquals(201, names.size(), names::toString);
    assertEquals(100L, names.get("other"));
    Map<String, Long> states = measured("mcpdiag.server.state", "mcpdiag.server.name", calls);
    assertEquals(200, states.size(), states::toString);
  }

  @Test
  void ofCodesComeFromClassifiersAndShareOneFromTheHundredth() {
    Map<String, Long> series =
        measured(
            "mcpdiag.failures",
            "mcpdiag.code",
            metrics -> {
              for (int i = 0; i < MANY; i++) {
                Failure failure = failed(calling("x"));
                Diagnosis made = Diagnosis.of("ACME_E" + i, FailureType.BUSINESS).build();
                metrics.failed(
                    failure.judgedAs(failure.judgement().diagnosedAs(made, "x", "y"), "z"),
                    true,
                    TargetProof.PROVEN);
              }
              metrics.failed(failed(calling("x")), true, TargetProof.PROVEN);
            });
    assertEquals(102, series.size(), series::toString);
    assertEquals(2_900L, series.get("other"));
    assertEquals(1L, series.get("MCP_SERVER_UNAVAILABLE"));
  }

  /** Each label is within its bound, and all of them together are too many. */
  @Test
  void combinedAsMuchAsTheyGoLeaveARealToolItsSeries() {
    Map<String, Long> series =
        measured(
            DURATION,
            TOOL,
            metrics -> {
              for (int i = 0; i < 100; i++) {
                for (int code = 0; code < 50; code++) {
                  Failure failure = rejected("tool-" + i, 40_000 + code);
                  metrics.failed(failure, true, TargetProof.PROVEN);
                }
              }
              for (int i = 0; i < 50; i++) {
                metrics.succeeded(calling("late-" + i));
              }
            });
    assertEquals(150, series.size(), series::toString);
    assertEquals(50L, series.get("tool-99"));
    assertEquals(1L, series.get("late-49"));
  }

  /** Sums by the value of one label; "" where a series has none. */
  private static Map<String, Long> measured(String metric, String label, Consumer<Metrics> calls) {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, Duration.ofHours(1), false)) {
      calls.accept(exporting.sdk.metrics());
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      Map<String, Long> sums = new TreeMap<>();
      Metric arrived = collector.metric(metric);
      arrived
          .getHistogram()
          .getDataPointsList()
          .forEach(point -> add(sums, point.getAttributesList(), label, point.getCount()));
      arrived
          .getSum()
          .getDataPointsList()
          .forEach(point -> add(sums, point.getAttributesList(), label, point.getAsInt()));
      arrived
          .getGauge()
          .getDataPointsList()
          .forEach(point -> add(sums, point.getAttributesList(), label, point.getAsInt()));
      return sums;
    }
  }

  private static void add(Map<String, Long> sums, List<KeyValue> labels, String label, long count) {
    String value = "";
    for (KeyValue each : labels) {
      assertFalse(each.getKey().equals("otel.metric.overflow"), "a series overflows");
      if (each.getKey().equals(label)) {
        value =
            each.getValue().hasStringValue()
                ? each.getValue().getStringValue()
                : "" + each.getValue().getIntValue();
      }
    }
    sums.merge(value, count, Long::sum);
  }

  private static Peer server(int i) {
    Peer like = Failures.CALL.peer();
    return new Peer("server-" + i, null, like.transport(), like.address(), 10_000 + i, null);
  }

  private static Notice state(Peer peer) {
    return new Notice.StateChanged(
        Instant.now(),
        Side.CLIENT,
        peer,
        ConnectionState.DISCONNECTED,
        ConnectionState.CONNECTED,
        null,
        null);
  }

  private static Attempt calling(String tool) {
    return call("tools/call", tool, Failures.CALL.peer(), "2025-06-18");
  }

  private static Attempt call(String method, @Nullable String tool, Peer peer, String version) {
    return call(method, tool, peer, version, Failures.CALL.execution().errorType());
  }

  private static Attempt call(
      String method, @Nullable String tool, Peer peer, String version, @Nullable String errorType) {
    Attempt like = Failures.CALL;
    return new Attempt(
        like.side(),
        like.phase(),
        peer,
        new Request(method, tool, null, null, List.of()),
        new Message("7", null, version),
        new Execution(Duration.ofMillis(1), null, errorType),
        null);
  }

  private static Failure failed(Attempt attempt) {
    return failed(attempt, Failures.with(Failures.ids(1)).findings());
  }

  private static Failure rejected(int code) {
    return rejected("invoice", code);
  }

  private static Failure rejected(String tool, int code) {
    Peer peer = Failures.CALL.peer();
    return failed(
        call("tools/call", tool, peer, "2025-06-18", "" + code),
        new Findings(List.of(), new Findings.Received(null, null, code), null, false));
  }

  private static Failure failed(Attempt attempt, Findings findings) {
    Failure like = Failures.with(Failures.ids(1));
    return new Failure(
        like.ids(), like.at(), attempt, like.judgement(), findings, like.fingerprint());
  }
}

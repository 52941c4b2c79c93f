package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Notice;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a collector sees of notices: reference/events.md#attributes-of-other-events. */
class NoticeTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000006Z");
  private static final Failure.Ids IDS = Failures.ids(1);
  private static final Diagnosis STREAM_ENDED =
      Diagnosis.of("MCP_STREAM_INTERRUPTED", FailureType.TRANSIENT)
          .message("The connection was interrupted.")
          .reason("sse_ended")
          .build();

  @Test
  void ofARecoveryNamesWhatWasHealedAndIsCounted() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Notice healed =
          new Notice.Recovered(
              AT,
              IDS,
              Failures.CALL,
              STREAM_ENDED,
              "the stream ended and was opened again",
              List.of("stream.ended @-20ms"));
      LogRecord event = sent(healed, exporting, collector);
      assertEquals("mcpdiag.recovered", event.getEventName());
      assertEquals(9, event.getSeverityNumberValue());
      assertEquals(IDS.traceId(), HexFormat.of().formatHex(event.getTraceId().toByteArray()));
      assertEquals(
          """
          gen_ai.tool.name=invoice
          mcp.method.name=tools/call
          mcp.protocol.version=2025-06-18
          mcpdiag.because=the stream ended and was opened again
          mcpdiag.code=MCP_STREAM_INTERRUPTED
          mcpdiag.confidence=high
          mcpdiag.evidence=[stream.ended @-20ms]
          mcpdiag.failure_type=transient
          mcpdiag.phase=call
          mcpdiag.reason=sse_ended
          mcpdiag.server.info=acme 2.1
          mcpdiag.server.name=billing
          mcpdiag.severity=info
          mcpdiag.side=client
          mcpdiag.trace_id=TRACE
          network.transport=tcp
          server.address=mcp.acme.test
          server.port=8443
          """
              .replace("TRACE", IDS.traceId()),
          FailedCallTest.shown(event.getAttributesList()));
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      assertEquals(1, collector.metric("mcpdiag.recovered").getSum().getDataPoints(0).getAsInt());
    }
  }

  @Test
  void ofAStateSaysBothStatesAndTheirCause() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Notice changed =
          new Notice.StateChanged(
              AT,
              Side.CLIENT,
              Failures.CALL.peer(),
              ConnectionState.CONNECTED,
              ConnectionState.AUTH_REQUIRED,
              null,
              STREAM_ENDED);
      LogRecord event = sent(changed, exporting, collector);
      assertEquals("mcpdiag.state", event.getEventName());
      assertEquals("The connection is auth required.", event.getBody().getStringValue());
      assertTrue(event.getTraceId().isEmpty(), "no call, no trace");
      String shown = FailedCallTest.shown(event.getAttributesList());
      assertTrue(shown.contains("mcpdiag.state=auth_required\n"), shown);
      assertTrue(shown.contains("mcpdiag.state.previous=connected\n"), shown);
      assertTrue(shown.contains("mcpdiag.code=MCP_STREAM_INTERRUPTED\n"), shown);
      assertTrue(shown.contains("mcpdiag.server.name=billing\n"), shown);
    }
  }

  @Test
  void ofAHungCallSaysForHowLong() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Notice hung = new Notice.Hung(AT, IDS, Failures.CALL, List.of());
      LogRecord event = sent(hung, exporting, collector);
      assertEquals("mcpdiag.hung", event.getEventName());
      assertEquals(13, event.getSeverityNumberValue());
      String shown = FailedCallTest.shown(event.getAttributesList());
      assertTrue(shown.contains("mcpdiag.elapsed_ms=1234.5\n"), shown);
      assertTrue(shown.contains("mcp.method.name=tools/call\n"), shown);
    }
  }

  @Test
  void ofWhatTheCollectorRefusedSaysHowMany() throws Exception {
    byte[] oneRejected = {10, 2, 8, 1}; // partial_success { rejected_log_records: 1 }
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            collector.mood = Collector.WELL;
            exchange.sendResponseHeaders(200, oneRejected.length);
            exchange.getResponseBody().write(oneRejected);
            return false;
          };
      exporting.sdk.failures().failed(Failures.with(IDS));
      assertTrue(
          Exporting.becomes(Duration.ofSeconds(5), () -> !collector.events().isEmpty()),
          "nobody said that an event is lost");
      LogRecord event = collector.events().get(0);
      assertEquals("mcpdiag.dropped", event.getEventName());
      assertEquals(
          """
          mcpdiag.dropped.count=1
          mcpdiag.dropped.reason=rejected
          mcpdiag.severity=warning
          """,
          FailedCallTest.shown(event.getAttributesList()));
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      var point = collector.metric("mcpdiag.events.dropped").getSum().getDataPoints(0);
      assertEquals(1, point.getAsInt());
      assertEquals(
          "mcpdiag.dropped.reason=rejected\n", FailedCallTest.shown(point.getAttributesList()));
    }
  }

  private static LogRecord sent(Notice notice, Exporting exporting, Collector collector)
      throws InterruptedException {
    exporting.sdk.notices().noticed(notice);
    assertTrue(
        Exporting.becomes(Duration.ofSeconds(5), () -> !collector.events().isEmpty()),
        "the notice did not arrive");
    LogRecord event = collector.events().get(0);
    assertEquals(1_767_323_045_000_006_000L, event.getTimeUnixNano());
    return event;
  }
}

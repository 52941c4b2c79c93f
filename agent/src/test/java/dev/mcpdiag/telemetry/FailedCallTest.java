package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a collector sees of one failed call: name by name (reference/spans.md#attributes,
 * reference/events.md#attributes-of-a-failure).
 */
class FailedCallTest {
  private static final String SPAN =
      """
      error.type=503
      gen_ai.operation.name=execute_tool
      gen_ai.tool.name=invoice
      jsonrpc.request.id=7
      mcp.method.name=tools/call
      mcp.protocol.version=2025-06-18
      mcp.session.id=0123456789abcdef
      mcpdiag.code=MCP_SERVER_UNAVAILABLE
      mcpdiag.confidence=high
      mcpdiag.failure_type=transient
      mcpdiag.origin=peer
      mcpdiag.phase=call
      mcpdiag.reason=http_503
      mcpdiag.retry=after_delay
      mcpdiag.retry_after_ms=2000
      mcpdiag.retryable=true
      mcpdiag.server.info=acme 2.1
      mcpdiag.server.name=billing
      mcpdiag.side=client
      mcpdiag.trace_id=TRACE
      network.protocol.name=http
      network.transport=tcp
      rpc.response.status_code=-32603
      server.address=mcp.acme.test
      server.port=8443
      """;

  private static final String EVENT =
      """
      error.type=503
      exception.message=status 503
      exception.stacktrace=java.io.IOException: status 503
      exception.type=java.io.IOException
      gen_ai.tool.name=invoice
      mcp.method.name=tools/call
      mcp.protocol.version=2025-06-18
      mcpdiag.attempted.argument_names=[query, limit]
      mcpdiag.attempted.method=tools/call
      mcpdiag.attempted.target=mcp.acme.test:8443
      mcpdiag.attempted.tool=invoice
      mcpdiag.because=HTTP 503 on this request (rule http-5xx)
      mcpdiag.classified_by=built-in
      mcpdiag.code=MCP_SERVER_UNAVAILABLE
      mcpdiag.confidence=high
      mcpdiag.count=1
      mcpdiag.cta=RETRY
      mcpdiag.duration_ms=1234.5
      mcpdiag.evidence=[http.status=503 @-1200ms]
      mcpdiag.failure_type=transient
      mcpdiag.fingerprint=fp-1
      mcpdiag.http_status=503
      mcpdiag.next_steps=[{"action":"retry_same","params":{"delayMs":2000}}]
      mcpdiag.origin=peer
      mcpdiag.peer_code=-32603
      mcpdiag.phase=call
      mcpdiag.reason=http_503
      mcpdiag.retry=after_delay
      mcpdiag.retry_after_ms=2000
      mcpdiag.retryable=true
      mcpdiag.server.info=acme 2.1
      mcpdiag.server.name=billing
      mcpdiag.severity=warning
      mcpdiag.side=client
      mcpdiag.timeout_ms=20000
      mcpdiag.trace_id=TRACE
      network.transport=tcp
      server.address=mcp.acme.test
      server.port=8443
      """;

  @Test
  void hasASpanAndAnEventWithTheSameIdsAndExactlyTheContractsAttributes() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Bridge bridge = exporting.sdk.bridge();
      CallSpan span =
          bridge.start("tools/call invoice", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
      Failure failure = Failures.with(span.ids());
      span.failed(failure, true, -32603);
      exporting.sdk.failures().failed(failure);

      assertTrue(
          Exporting.becomes(
              Duration.ofSeconds(5),
              () -> !collector.events().isEmpty() && !collector.spans().isEmpty()),
          "the collector got nothing within 5 s");
      Span exported = collector.spans().get(0);
      assertEquals(
          SPAN.replace("TRACE", span.ids().traceId()), shown(exported.getAttributesList()));
      assertEquals("tools/call invoice", exported.getName());
      assertEquals(Span.SpanKind.SPAN_KIND_CLIENT, exported.getKind());
      assertEquals(Status.StatusCode.STATUS_CODE_ERROR, exported.getStatus().getCode());
      assertEquals("", exported.getStatus().getMessage());
      assertEquals(0, exported.getEventsCount());

      LogRecord event = collector.events().get(0);
      assertEquals(EVENT.replace("TRACE", span.ids().traceId()), shown(event.getAttributesList()));
      assertEquals("mcpdiag.failure", event.getEventName());
      assertEquals("The server is not available.", event.getBody().getStringValue());
      assertEquals(13, event.getSeverityNumberValue());
      assertEquals("warning", event.getSeverityText());
      assertEquals(1_767_323_045_000_006_000L, event.getTimeUnixNano());
      assertEquals(1_767_323_045_000_006_000L, event.getObservedTimeUnixNano());
      assertEquals(exported.getTraceId(), event.getTraceId());
      assertEquals(exported.getSpanId(), event.getSpanId());
      assertEquals(
          span.ids().traceId(), HexFormat.of().formatHex(event.getTraceId().toByteArray()));

      var resource = collector.logs.get(0);
      assertEquals("mcpdiag", resource.getScopeLogs(0).getScope().getName());
      assertEquals("1.2.3", resource.getScopeLogs(0).getScope().getVersion());
      String said = shown(resource.getResource().getAttributesList());
      assertTrue(said.contains("service.name=shop\n"), said);
      assertTrue(said.contains("deployment.environment.name=test\n"), said);
      assertEquals(List.of("Bearer abc"), collector.lastHeaders.get("Authorization"));
    }
  }

  static String shown(List<KeyValue> attributes) {
    Map<String, String> sorted = new TreeMap<>();
    for (KeyValue each : attributes) {
      sorted.put(each.getKey(), shown(each.getValue()));
    }
    StringBuilder text = new StringBuilder();
    sorted.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static String shown(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream()
              .map(FailedCallTest::shown)
              .toList()
              .toString();
      default -> value.toString();
    };
  }
}

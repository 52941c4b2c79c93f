package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failures;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is whose parent, and which spans leave although nobody sampled them. */
@SuppressWarnings("try") // Scopes are only closed.
class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SENDER = "00f067aa0ba902b7";

  @Test
  void ofTheMessageWinsAndTheAmbientSpanBecomesALink() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Bridge bridge = exporting.sdk.bridge();
      CallSpan http = bridge.start("POST", Bridge.Kind.SERVER, bridge.currentContext(), Map.of());
      CallSpan call;
      try (CallSpan.Scope ignored = http.makeCurrent()) {
        assertEquals(http.ids().traceId(), bridge.currentTraceId());
        call =
            bridge.start(
                "tools/call",
                Bridge.Kind.SERVER,
                bridge.currentContext(),
                Map.of("traceparent", "00-" + TRACE + "-" + SENDER + "-01", "baggage", "who=me"));
      }
      assertNull(bridge.currentTraceId(), "the scope was left");
      assertEquals(TRACE, call.ids().traceId());
      assertEquals(
          "00-" + TRACE + "-" + call.ids().spanId() + "-01", call.headers().get("traceparent"));
      assertEquals("who=me", call.headers().get("baggage"));
      call.succeeded(Failures.CALL);
      assertTrue(Exporting.becomes(Duration.ofSeconds(5), () -> !collector.spans().isEmpty()));
      Span seen = collector.spans().get(0);
      assertEquals(SENDER, HexFormat.of().formatHex(seen.getParentSpanId().toByteArray()));
      assertEquals(1, seen.getLinksCount());
      assertEquals(
          http.ids().spanId(),
          HexFormat.of().formatHex(seen.getLinks(0).getSpanId().toByteArray()));
    }
  }

  @Test
  void ofTheThreadIsTheParentWhenTheMessageHasNone() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      Bridge bridge = exporting.sdk.bridge();
      CallSpan outer = bridge.start("outer", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
      try (CallSpan.Scope ignored = outer.makeCurrent()) {
        CallSpan inner =
            bridge.start("inner", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
        assertEquals(outer.ids().traceId(), inner.ids().traceId());
      }
    }
  }

  @Test
  void thatIsNotSampledStillExportsTheSpanOfAFailedCallAndNoOther() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting =
            new Exporting(
                Exporting.settings(
                    Exporting.target(collector.at("/v1/traces")),
                    Exporting.target(collector.at("/v1/logs")),
                    "always_off"))) {
      Bridge bridge = exporting.sdk.bridge();
      CallSpan well = bridge.start("well", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
      well.succeeded(Failures.CALL);
      CallSpan bad = bridge.start("bad", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
      assertFalse(bad.ids().sampled());
      bad.failed(Failures.with(bad.ids()), true, null);
      Thread.sleep(1200);
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      assertEquals(1, collector.spans().size());
      assertEquals("bad", collector.spans().get(0).getName());
    }
  }
}

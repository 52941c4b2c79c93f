package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.sdk.resources.Resource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the classes that opentelemetry-proto generates read in a request that we wrote. */
class SpanRequestsTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final SpanContext OWN = context("00f067aa0ba902b7", TraceFlags.getSampled());

  private final SpanRequests requests =
      new SpanRequests(
          Speaker.of(
              Resource.create(Attributes.builder().put("service.name", "shop").build()), "1.2"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 3_000_000})
  void holdTextsOfAnyLength(int length) throws Exception {
    OwnSpan span = span(OWN, null, null);
    span.text("note", "x".repeat(length));
    assertEquals("x".repeat(length), value(span, "note").getStringValue());
  }

  @Test
  void holdTextsOfAnyAlphabet() throws Exception {
    OwnSpan span = span(OWN, null, null);
    String text = "caf\u00e9 \u6771\u4eac \ud83d\ude80 " + "\u00fc".repeat(200);
    span.text("note", text);
    span.text("torn", "half \ud83d");
    assertEquals(text, value(span, "note").getStringValue());
    assertEquals("half ?", value(span, "torn").getStringValue());
  }

  @Test
  void holdEveryKindOfValue() throws Exception {
    OwnSpan span = span(OWN, null, null);
    span.number("port", 8443);
    span.number("code", -32_603);
    span.decimal("ms", 1_234.5);
    span.flag("yes", true);
    span.flag("no", false);
    span.texts("names", List.of("query", "limit"));
    assertEquals(8443, value(span, "port").getIntValue());
    assertEquals(-32_603, value(span, "code").getIntValue());
    assertEquals(1_234.5, value(span, "ms").getDoubleValue());
    assertTrue(value(span, "yes").getBoolValue());
    assertEquals(AnyValue.ValueCase.BOOL_VALUE, value(span, "no").getValueCase());
    assertEquals(
        List.of("query", "limit"),
        value(span, "names").getArrayValue().getValuesList().stream()
            .map(AnyValue::getStringValue)
            .toList());
  }

  @Test
  void sayWhoseChildASpanIsAndWhatItIsRelatedTo() throws Exception {
    SpanContext sender =
        SpanContext.createFromRemoteParent(
            TRACE, "1111111111111111", TraceFlags.getSampled(), OWN.getTraceState());
    SpanContext around = context("2222222222222222", TraceFlags.getDefault());
    Span seen = read(span(OWN, sender, around));
    assertEquals(TRACE, hex(seen.getTraceId().toByteArray()));
    assertEquals("00f067aa0ba902b7", hex(seen.getSpanId().toByteArray()));
    assertEquals("1111111111111111", hex(seen.getParentSpanId().toByteArray()));
    assertEquals("vendor=a", seen.getTraceState());
    assertEquals(0x301, seen.getFlags(), "sampled, and its parent is known to be remote");
    assertEquals("2222222222222222", hex(seen.getLinks(0).getSpanId().toByteArray()));
    assertEquals(0x100, seen.getLinks(0).getFlags(), "neither sampled nor remote");
    assertEquals(Span.SpanKind.SPAN_KIND_SERVER, seen.getKind());
    assertEquals("tools/call search", seen.getName());
    assertTrue(seen.getStartTimeUnixNano() > 0);
    assertTrue(seen.getEndTimeUnixNano() >= seen.getStartTimeUnixNano());
    assertEquals(Status.StatusCode.STATUS_CODE_UNSET, seen.getStatus().getCode());
  }

  @Test
  void nameTheServiceAndTheScopeOnceForMany() throws Exception {
    OwnSpan failed = span(OWN, null, null);
    failed.isError();
    var request =
        ExportTraceServiceRequest.parseFrom(requests.apply(List.of(span(OWN, null, null), failed)));
    var resourceSpans = request.getResourceSpans(0);
    assertEquals(
        "shop", texts(resourceSpans.getResource().getAttributesList()).get("service.name"));
    assertEquals("mcpdiag", resourceSpans.getScopeSpans(0).getScope().getName());
    assertEquals("1.2", resourceSpans.getScopeSpans(0).getScope().getVersion());
    assertEquals(2, resourceSpans.getScopeSpans(0).getSpansCount());
    assertEquals(
        Status.StatusCode.STATUS_CODE_ERROR,
        resourceSpans.getScopeSpans(0).getSpans(1).getStatus().getCode());
  }

  private static SpanContext context(String spanId, TraceFlags flags) {
    return SpanContext.create(
        TRACE, spanId, flags, TraceState.builder().put("vendor", "a").build());
  }

  private static OwnSpan span(
      SpanContext own, @Nullable SpanContext parent, @Nullable SpanContext link) {
    OwnSpan span =
        new OwnSpan(
            own,
            parent,
            link,
            "tools/call search",
            Bridge.Kind.SERVER,
            null,
            Context.root(),
            TextMapPropagator.noop());
    span.end(false);
    return span;
  }

  private Span read(OwnSpan span) throws Exception {
    return ExportTraceServiceRequest.parseFrom(requests.apply(List.of(span)))
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpans(0);
  }

  private AnyValue value(OwnSpan span, String name) throws Exception {
    return read(span).getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, each -> each.getValue().getStringValue()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

package dev.mcpdiag.lab;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as it arrived.
 *
 * @param kind {@code CLIENT}, {@code SERVER} ...
 * @param status {@code UNSET}, {@code OK}, {@code ERROR}
 * @param parentSpanId "" for a root
 */
public record OtlpSpan(
    String name,
    String kind,
    String status,
    String traceId,
    String spanId,
    String parentSpanId,
    long durationNanos,
    Map<String, Object> attributes,
    Map<String, Object> resource) {

  public static List<OtlpSpan> of(ExportTraceServiceRequest request) {
    List<OtlpSpan> spans = new ArrayList<>();
    for (var resource : request.getResourceSpansList()) {
      Map<String, Object> of = OtlpAttributes.of(resource.getResource().getAttributesList());
      for (var scope : resource.getScopeSpansList()) {
        scope.getSpansList().forEach(span -> spans.add(of(span, of)));
      }
    }
    return spans;
  }

  private static OtlpSpan of(Span span, Map<String, Object> resource) {
    return new OtlpSpan(
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
        HexFormat.of().formatHex(span.getSpanId().toByteArray()),
        HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
        span.getEndTimeUnixNano() - span.getStartTimeUnixNano(),
        OtlpAttributes.of(span.getAttributesList()),
        resource);
  }

  /** An attribute as text, "" if it is absent. */
  public String text(String key) {
    Object value = attributes.get(key);
    return value == null ? "" : value.toString();
  }
}

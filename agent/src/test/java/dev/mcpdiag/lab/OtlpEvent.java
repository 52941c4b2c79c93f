package dev.mcpdiag.lab;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A log record as it arrived.
 *
 * @param name EventName
 * @param traceId lower-case hex, "" if none
 * @param timeUnixNano 0 if absent
 */
public record OtlpEvent(
    String name,
    String body,
    int severity,
    String severityText,
    String traceId,
    String spanId,
    long timeUnixNano,
    long observedTimeUnixNano,
    Map<String, Object> attributes,
    Map<String, Object> resource) {

  public static List<OtlpEvent> of(ExportLogsServiceRequest request) {
    List<OtlpEvent> events = new ArrayList<>();
    for (var resource : request.getResourceLogsList()) {
      Map<String, Object> of = OtlpAttributes.of(resource.getResource().getAttributesList());
      for (var scope : resource.getScopeLogsList()) {
        scope.getLogRecordsList().forEach(log -> events.add(of(log, of)));
      }
    }
    return events;
  }

  private static OtlpEvent of(LogRecord log, Map<String, Object> resource) {
    return new OtlpEvent(
        log.getEventName(),
        String.valueOf(OtlpAttributes.value(log.getBody())),
        log.getSeverityNumberValue(),
        log.getSeverityText(),
        HexFormat.of().formatHex(log.getTraceId().toByteArray()),
        HexFormat.of().formatHex(log.getSpanId().toByteArray()),
        log.getTimeUnixNano(),
        log.getObservedTimeUnixNano(),
        OtlpAttributes.of(log.getAttributesList()),
        resource);
  }

  /** An attribute as text, "" if it is absent. */
  public String text(String key) {
    Object value = attributes.get(key);
    return value == null ? "" : value.toString();
  }

  public boolean isFailure() {
    return name.equals("mcpdiag.failure");
  }
}

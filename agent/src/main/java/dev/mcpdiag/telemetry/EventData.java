package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/** A finished log record: what the SDK's log pipeline would make, without starting one. */
record EventData(
    String eventName,
    long epochNanos,
    SpanContext spanContext,
    Severity severity,
    String severityText,
    String body,
    Attributes attributes,
    Speaker speaker)
    implements LogRecordData {

  @Override
  public Resource getResource() {
    return speaker.resource();
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return speaker.scope();
  }

  @Override
  public long getTimestampEpochNanos() {
    return epochNanos;
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return epochNanos;
  }

  @Override
  public SpanContext getSpanContext() {
    return spanContext;
  }

  @Override
  public Severity getSeverity() {
    return severity;
  }

  @Override
  public String getSeverityText() {
    return severityText;
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation") // The interface still asks for it; nobody calls it.
  public io.opentelemetry.sdk.logs.data.Body getBody() {
    return io.opentelemetry.sdk.logs.data.Body.string(body);
  }

  @Override
  public Value<?> getBodyValue() {
    return Value.of(body);
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public String getEventName() {
    return eventName;
  }
}

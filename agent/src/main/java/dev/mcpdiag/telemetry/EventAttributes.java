package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Failure;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Instant;
import java.util.List;

/** Gathers the attributes of one event. */
final class EventAttributes implements AttributeSink {
  private final AttributesBuilder builder = Attributes.builder();

  Attributes build() {
    return builder.build();
  }

  static SpanContext spanOf(Failure.Ids ids) {
    return SpanContext.create(
        ids.traceId(),
        ids.spanId(),
        ids.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  @Override
  public void text(String name, String value) {
    builder.put(name, value);
  }

  @Override
  public void number(String name, long value) {
    builder.put(name, value);
  }

  @Override
  public void decimal(String name, double value) {
    builder.put(name, value);
  }

  @Override
  public void flag(String name, boolean value) {
    builder.put(name, value);
  }

  @Override
  public void texts(String name, List<String> values) {
    builder.put(AttributeKey.stringArrayKey(name), values);
  }
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of our own, for applications that have no OpenTelemetry. Each call makes one and most go
 * well, so nothing is made here that no export needs: in a call's time the SDK's span was the
 * largest part of what the agent adds.
 */
final class OwnBridge extends ContextBridge {
  private final Sampler sampler;
  private final @Nullable FinishedSpans finished;
  private final IdGenerator ids = IdGenerator.random();

  /**
   * @param finished null where no span is exported
   */
  OwnBridge(Sampler sampler, @Nullable FinishedSpans finished, TextMapPropagator propagator) {
    super(propagator);
    this.sampler = sampler;
    this.finished = finished;
  }

  @Override
  CallSpan startIn(String name, Kind kind, Context parent, @Nullable SpanContext related) {
    SpanContext above = Span.fromContext(parent).getSpanContext();
    String traceId = above.isValid() ? above.getTraceId() : ids.generateTraceId();
    SpanContext own =
        SpanContext.create(
            traceId,
            ids.generateSpanId(),
            isSampled(parent, traceId, name, kind)
                ? TraceFlags.getSampled()
                : TraceFlags.getDefault(),
            above.getTraceState());
    return new OwnSpan(
        own,
        above.isValid() ? above : null,
        related,
        name,
        kind,
        finished,
        parent.with(Span.wrap(own)),
        propagator());
  }

  private boolean isSampled(Context parent, String traceId, String name, Kind kind) {
    return sampler
            .shouldSample(parent, traceId, name, kindOf(kind), Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Leaves the decision to the user's sampler but records what that one drops: whether a call fails
 * is known at its end only, and the span of a failed call is exported all the same.
 */
record RecordAll(Sampler chosen) implements Sampler {
  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SamplingResult result = chosen.shouldSample(parent, traceId, name, kind, attributes, links);
    return result.getDecision() == SamplingDecision.DROP ? SamplingResult.recordOnly() : result;
  }

  @Override
  public String getDescription() {
    return "RecordAll{" + chosen.getDescription() + "}";
  }
}

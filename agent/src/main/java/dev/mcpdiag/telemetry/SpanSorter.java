package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Sends spans of failed calls the safe way, sampled or not, and the rest the cheap one. */
record SpanSorter(Lane<ReadableSpan> failed, Lane<ReadableSpan> well) implements SpanProcessor {
  private static final AttributeKey<String> CODE = AttributeKey.stringKey(Names.CODE);

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getAttribute(CODE) != null) {
      failed.offer(span);
    } else if (span.getSpanContext().isSampled()) {
      well.offer(span);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}

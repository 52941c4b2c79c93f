package dev.mcpdiag.telemetry;

/**
 * Where spans go when they end: those of failed calls the safe way, sampled or not, for whether a
 * call fails is known at its end only; the rest the cheap one.
 */
record FinishedSpans(Lane<OwnSpan> failed, Lane<OwnSpan> well) {
  void add(OwnSpan span, boolean isOfFailure) {
    if (isOfFailure) {
      failed.offer(span);
    } else if (span.own().isSampled()) {
      well.offer(span);
    }
  }
}

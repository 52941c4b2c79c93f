package dev.mcpdiag.extensions;

/** One condition of a rule. */
@FunctionalInterface
interface Condition {
  /** Any thread; may throw {@link dev.mcpdiag.redact.LimitedText.OverLimit}. */
  boolean holds(OfferedCall call);
}

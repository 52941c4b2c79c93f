package dev.mcpdiag.extensions;

/** One condition of a rule. */
@FunctionalInterface
interface Condition {
  /** Any thread; may throw {@link TimedPattern.OverLimit}. */
  boolean holds(OfferedCall call);
}

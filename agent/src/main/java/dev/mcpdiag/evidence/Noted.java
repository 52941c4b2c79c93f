package dev.mcpdiag.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One fact and when it was seen.
 *
 * @param nanos {@link System#nanoTime()}
 * @param value short, from a fixed vocabulary or a number; never text of a peer
 * @param chain the throwable behind an error fact, else null
 */
public record Noted(long nanos, FactKind kind, String value, @Nullable ThrowableChain chain) {
  /** {@code kind=value @-<ms>ms}, seen from {@code endNanos}. */
  public String toText(long endNanos) {
    return kind.text() + '=' + value + " @-" + Math.max(0, (endNanos - nanos) / 1_000_000) + "ms";
  }
}

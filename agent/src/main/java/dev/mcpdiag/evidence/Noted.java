package dev.mcpdiag.evidence;

import dev.mcpdiag.redact.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * One fact and when it was seen.
 *
 * @param nanos {@link System#nanoTime()}
 * @param value short, from a fixed vocabulary or a number; never text of a peer
 * @param chain the throwable behind an error fact, else null
 * @param challenge of {@link FactKind#HTTP_CHALLENGE}, else null
 */
public record Noted(
    long nanos,
    FactKind kind,
    String value,
    @Nullable ThrowableChain chain,
    @Nullable Challenge challenge) {
  /** A fact without a challenge. */
  public Noted(long nanos, FactKind kind, String value, @Nullable ThrowableChain chain) {
    this(nanos, kind, value, chain, null);
  }

  /** Whether it says that a stream ended with an error. */
  public boolean isCut() {
    return kind == FactKind.STREAM_ENDED && !value.equals(FactValue.CLEAN);
  }

  /** Whether it says that an exchange was refused. */
  public boolean isRefusal() {
    return kind == FactKind.HTTP_STATUS && value.charAt(0) >= '4';
  }

  /** {@code kind=value @-<ms>ms}, seen from {@code endNanos}. */
  public String toText(long endNanos) {
    return kind.text() + '=' + value + " @-" + Math.max(0, (endNanos - nanos) / 1_000_000) + "ms";
  }
}

package dev.mcpdiag.evidence;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long an event stream lived. A time-out of something on the way shows in no header: but it
 * ends every stream at the same age.
 */
public final class StreamAge {
  private final long begun = System.nanoTime();
  private final Predicate<Duration> isUsual;

  /**
   * A stream begins.
   *
   * @param isUsual remembers an age and says whether streams of this server often reach just that
   */
  public StreamAge(Predicate<Duration> isUsual) {
    this.isUsual = isUsual;
  }

  /** It ended now, with or without an error. */
  public void ended(Facts facts) {
    Duration age = Duration.ofNanos(System.nanoTime() - begun);
    if (isUsual.test(age)) {
      facts.note(FactKind.STREAM_SAME_AGE, age.toMillis() + "_ms");
    }
  }
}

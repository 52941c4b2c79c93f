package dev.mcpdiag.telemetry;

import java.time.Duration;

/** How long to wait after tries that failed: longer each time, and slow where only people help. */
final class Backoff {
  private static final long FIRST = Duration.ofMillis(200).toNanos();
  private static final long LONGEST = Duration.ofSeconds(5).toNanos();
  private static final long SLOW = Duration.ofSeconds(15).toNanos();

  private long last;

  void reset() {
    last = 0;
  }

  /** Nanoseconds until the next try. */
  long next(Answer answer) {
    last = last == 0 ? FIRST : Math.min(LONGEST, 2 * last);
    return answer.isPermanent() ? SLOW : last;
  }
}

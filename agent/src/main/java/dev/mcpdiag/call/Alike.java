package dev.mcpdiag.call;

import java.time.Duration;

/** Durations of a kind, one after the other: equal ones betray a timer. Any thread. */
final class Alike {
  private static final int ENOUGH = 3;
  private static final long TOLERANCE_PERCENT = 10;

  /** What a busy machine adds; of a short duration it is more than the tolerance. */
  private static final long NOISE_MILLIS = 500;

  /** A server that falls over at once takes the same time for it too: that counts for nothing. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private long usualMillis;
  private int count;

  /** Remembers a duration; true from the third in a row that differs little. */
  synchronized boolean again(Duration duration) {
    if (duration.compareTo(SHORT) < 0) {
      return false;
    }
    long millis = duration.toMillis();
    long tolerance = Math.max(NOISE_MILLIS, usualMillis * TOLERANCE_PERCENT / 100);
    boolean isAlike = count > 0 && Math.abs(millis - usualMillis) <= tolerance;
    count = isAlike ? count + 1 : 1;
    usualMillis = isAlike ? usualMillis : millis;
    return count >= ENOUGH;
  }
}

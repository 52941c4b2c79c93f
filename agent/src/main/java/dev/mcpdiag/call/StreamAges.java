package dev.mcpdiag.call;

import java.time.Duration;

/** How old the last event streams of a server became: equal ages betray a timer on the way. */
final class StreamAges {
  private static final int ALIKE = 3;
  private static final long TOLERANCE_PERCENT = 10;

  /** A server that falls over at once does so at the same age too. */
  private static final Duration YOUNG = Duration.ofSeconds(1);

  private long usualMillis;
  private int alike;

  /** Remembers an age; true from the third in a row that differs by 10 % at most. */
  synchronized boolean isUsual(Duration age) {
    long millis = age.toMillis();
    if (age.compareTo(YOUNG) < 0) {
      alike = 0;
      return false;
    }
    boolean isAlike =
        alike > 0 && Math.abs(millis - usualMillis) * 100 <= usualMillis * TOLERANCE_PERCENT;
    alike = isAlike ? alike + 1 : 1;
    usualMillis = isAlike ? usualMillis : millis;
    return alike >= ALIKE;
  }
}

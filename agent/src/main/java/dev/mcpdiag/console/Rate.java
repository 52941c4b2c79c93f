package dev.mcpdiag.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many lines in any span of this length. For one thread at a time. */
final class Rate {
  private final int most;
  private final Duration span;
  private final Deque<Instant> taken = new ArrayDeque<>();

  Rate(int most, Duration span) {
    this.most = most;
    this.span = span;
  }

  /** How many lines may be printed now. */
  int free(Instant now) {
    while (!taken.isEmpty() && isOver(taken.peekFirst(), now)) {
      taken.removeFirst();
    }
    return Math.max(0, most - taken.size());
  }

  /** One line is printed. */
  void take(Instant now) {
    taken.addLast(now);
  }

  /** A clock that was set back must not keep the console silent. */
  private boolean isOver(Instant at, Instant now) {
    return at.plus(span).compareTo(now) <= 0 || at.isAfter(now);
  }
}

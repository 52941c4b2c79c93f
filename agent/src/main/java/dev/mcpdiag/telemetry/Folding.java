package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a flood of like failures from becoming a flood of events: the first 100 of a fingerprint in
 * a second have an event each, so that every Debug ID is found; the rest of that second are one
 * event with their number. Safe on any thread.
 */
final class Folding {
  private static final int SINGLE_PER_SECOND = 100;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int ENOUGH_TO_LOOK_FOR_OLD_ONES = 1000;

  /** Whoever makes failures that all look different gets an event for each, and no more memory. */
  private static final int MOST = 10_000;

  private static final long PAUSE_BETWEEN_LOOKS = Duration.ofMillis(100).toNanos();

  private final Map<String, Second> seconds = new HashMap<>();
  private int folded;
  private long lookedAt = System.nanoTime();

  /**
   * Passes the failure on, or keeps it for the end of the second.
   *
   * @return true if it is the first one kept, so that somebody has to come back for it
   */
  synchronized boolean add(Failure failure, long now, ObjIntConsumer<Failure> to) {
    Second second = seconds.get(failure.fingerprint());
    if (second != null && now - second.began >= SECOND) {
      flush(second, to);
      second = null;
    }
    if (second == null) {
      if (seconds.size() >= ENOUGH_TO_LOOK_FOR_OLD_ONES && now - lookedAt >= PAUSE_BETWEEN_LOOKS) {
        flushOld(now, false, to);
      }
      if (seconds.size() >= MOST) {
        to.accept(failure, 1);
        return false;
      }
      second = new Second(now);
      seconds.put(failure.fingerprint(), second);
    }
    second.seen++;
    if (second.seen <= SINGLE_PER_SECOND) {
      to.accept(failure, 1);
      return false;
    }
    boolean first = second.last == null;
    if (first) {
      folded++;
    }
    second.last = failure;
    return first;
  }

  /** Passes on what was folded in seconds that are over; nanoseconds until there is more. */
  synchronized long flushOld(long now, boolean everything, ObjIntConsumer<Failure> to) {
    lookedAt = now;
    long next = Lane.ASLEEP;
    if (folded == 0 && seconds.size() < ENOUGH_TO_LOOK_FOR_OLD_ONES) {
      return next;
    }
    for (Iterator<Second> all = seconds.values().iterator(); all.hasNext(); ) {
      Second second = all.next();
      long left = SECOND - (now - second.began);
      if (left <= 0 || everything) {
        flush(second, to);
        all.remove();
      } else if (second.last != null) {
        next = Math.min(next, left);
      }
    }
    return next;
  }

  private void flush(Second second, ObjIntConsumer<Failure> to) {
    if (second.last != null) {
      folded--;
      to.accept(second.last, second.seen - SINGLE_PER_SECOND);
    }
  }

  private static final class Second {
    final long began;
    int seen;
    @Nullable Failure last;

    Second(long began) {
      this.began = began;
    }
  }
}

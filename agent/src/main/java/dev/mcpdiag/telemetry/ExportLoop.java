package dev.mcpdiag.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Moves telemetry to the collector for as long as the agent lives. Run by one thread of the engine,
 * once.
 */
public final class ExportLoop implements Runnable {
  /** What happens from time to time besides the lanes; returns the nanoseconds to its next turn. */
  @FunctionalInterface
  interface Chore {
    long turn(long now, boolean closing);

    /** The JVM ends, and the time for the rest was not enough. */
    default void outOfTime() {}
  }

  /** Somebody waits until all is sent. */
  private static final class Rush {
    final CountDownLatch over = new CountDownLatch(1);
    final long since = System.nanoTime();
    final long limitNanos;

    Rush(long limitNanos) {
      this.limitNanos = limitNanos;
    }
  }

  private List<Lane<?>> lanes = List.of();
  private List<Chore> chores = List.of();
  private volatile @Nullable Thread thread;
  private final AtomicReference<@Nullable Rush> rush = new AtomicReference<>();
  private volatile boolean hasEnded;

  ExportLoop() {}

  /** Before {@link #run}: lanes need the loop to wake it, so they come after it. */
  void serve(List<Lane<?>> allLanes, List<Chore> allChores) {
    lanes = allLanes;
    chores = allChores;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      while (true) {
        Rush asked = rush.get();
        if (asked == null) {
          sleep(turn(false));
        } else {
          sendTheRest(asked);
          rush.compareAndSet(asked, null);
          asked.over.countDown();
        }
      }
    } finally {
      hasEnded = true;
      thread = null;
      Rush asked = rush.get();
      if (asked != null) {
        asked.over.countDown();
      }
    }
  }

  /**
   * Sends what waits, for the end of the JVM. Blocks until everything is out, nobody is there to
   * take it, or the limit is reached; the loop goes on in each case. One caller at a time.
   *
   * @return false if the loop was still busy at the limit
   */
  public boolean flush(Duration limit) {
    Rush asked = new Rush(limit.toNanos());
    rush.set(asked);
    if (hasEnded) {
      return false;
    }
    wake();
    try {
      return asked.over.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Any thread, a microsecond. */
  void wake() {
    Thread sleeper = thread;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  private long turn(boolean closing) {
    long next = Lane.ASLEEP;
    for (Lane<?> lane : lanes) {
      next = Math.min(next, lane.turn(System.nanoTime()));
    }
    // After the lanes, to see what came of them; what a chore offers wakes the loop once more.
    for (Chore chore : chores) {
      next = Math.min(next, chore.turn(System.nanoTime(), closing));
    }
    return next;
  }

  private void sendTheRest(Rush asked) {
    lanes.forEach(Lane::hurry);
    // The caller waits until the limit, so the loop must be out a little earlier.
    long usable =
        asked.limitNanos - Math.min(asked.limitNanos / 10, TimeUnit.MILLISECONDS.toNanos(50));
    boolean recalled = false;
    while (true) {
      long next = turn(true);
      long used = System.nanoTime() - asked.since;
      if (areDone()) {
        break;
      }
      if (used >= usable) {
        chores.forEach(Chore::outOfTime);
        break;
      }
      if (!recalled && used >= usable / 2) {
        recalled = true;
        // A connection may hang while the collector is well: once more, on a new one.
        recall();
        next = 0;
      }
      sleep(Math.min(next, recalled ? usable - used : usable / 2 - used));
    }
    lanes.forEach(Lane::goOn);
  }

  private boolean areDone() {
    for (Lane<?> lane : lanes) {
      if (!lane.isDone()) {
        return false;
      }
    }
    return true;
  }

  private void recall() {
    for (Lane<?> lane : lanes) {
      lane.recall();
    }
  }

  private static void sleep(long nanos) {
    if (nanos == Lane.ASLEEP) {
      LockSupport.park();
    } else if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
    // An interrupt would turn every later sleep into a busy loop.
    Thread.interrupted();
  }
}

package dev.mcpdiag.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Moves telemetry to the collector for as long as the agent lives. Run by one thread of the engine,
 * once; it ends soon after {@link #close}.
 */
public final class ExportLoop implements Runnable {
  /** What happens from time to time besides the lanes; returns the nanoseconds to its next turn. */
  @FunctionalInterface
  interface Chore {
    long turn(long now, boolean closing);
  }

  private final CountDownLatch ended = new CountDownLatch(1);
  private List<Lane<?>> lanes = List.of();
  private List<Chore> chores = List.of();
  private volatile @Nullable Thread thread;
  private volatile boolean closing;
  private volatile long closingSince;
  private volatile long limitNanos;

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
      while (!closing) {
        sleep(turn());
      }
      sendTheRest();
    } finally {
      thread = null;
      ended.countDown();
    }
  }

  /**
   * Sends what waits and ends the loop. Blocks until everything is out, nobody is there to take it,
   * or the limit is reached. Safe to call twice; without a thread that runs the loop it waits in
   * vain.
   *
   * @return false if the loop was still busy at the limit
   */
  public boolean close(Duration limit) {
    if (!closing) {
      limitNanos = limit.toNanos();
      closingSince = System.nanoTime();
      closing = true;
    }
    wake();
    try {
      return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
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

  private long turn() {
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

  private void sendTheRest() {
    for (Lane<?> lane : lanes) {
      lane.end();
    }
    // The caller waits until the limit, so the loop must be out a little earlier.
    long usable = limitNanos - Math.min(limitNanos / 10, TimeUnit.MILLISECONDS.toNanos(50));
    boolean recalled = false;
    while (true) {
      long next = turn();
      long used = System.nanoTime() - closingSince;
      if (areDone() || used >= usable) {
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
    for (Lane<?> lane : lanes) {
      lane.abandon();
    }
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

package dev.mcpdiag.engine;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own thread: everything that may take its time, one thing after the other. Handing
 * work over never blocks; when more waits than memory should hold, the newest is refused.
 */
final class Courier implements Executor, Runnable {
  private static final int MAX_WAITING = 100_000;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Longer than any work takes by itself: the thread hangs in code of others. */
  private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Problems problems;
  private final long tickNanos;
  private final List<Runnable> rounds = new CopyOnWriteArrayList<>();

  /** Work that is taken from the queue is not done yet: only these two tell when all is. */
  private final AtomicLong accepted = new AtomicLong();

  private final AtomicLong completed = new AtomicLong();
  private volatile @Nullable Thread thread;

  /**
   * @param tick how often rounds are made, however much else there is to do
   */
  Courier(Problems problems, Duration tick) {
    this.problems = problems;
    this.tickNanos = tick.toNanos();
  }

  /** Work for every tick: it looks after something and is quick. */
  void makesRound(Runnable round) {
    rounds.add(round);
  }

  @Override
  public void execute(Runnable work) {
    accepted.incrementAndGet();
    if (!waiting.offer(work)) {
      completed.incrementAndGet();
    }
  }

  /** Grows whenever something is handed over or done. */
  long progress() {
    return accepted.get() + completed.get();
  }

  /** Whether this is the agent's own thread. */
  boolean isHere() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    long due = System.nanoTime() + tickNanos;
    while (true) {
      try {
        Runnable work = waiting.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (work != null) {
          complete(work);
        }
      } catch (InterruptedException ignored) {
        // nobody has a reason to interrupt this thread; it ends with the JVM
      }
      if (System.nanoTime() - due >= 0) {
        rounds.forEach(this::attempt);
        due = System.nanoTime() + tickNanos;
      }
    }
  }

  /**
   * Waits until everything that was handed over by now is done, or the time is over; for the end of
   * the JVM. Where the agent's own thread is stuck, the caller goes on with what waits behind it.
   */
  void await(long untilNanos) {
    long target = accepted.get();
    long done = completed.get();
    long since = System.nanoTime();
    while (done - target < 0 && System.nanoTime() - untilNanos < 0) {
      Runnable left = System.nanoTime() - since > STUCK_NANOS ? waiting.poll() : null;
      if (left == null) {
        LockSupport.parkNanos(LOOK_NANOS);
      } else {
        complete(left);
      }
      long now = completed.get();
      if (now != done && left == null) {
        since = System.nanoTime();
      }
      done = now;
    }
  }

  private void complete(Runnable work) {
    try {
      attempt(work);
    } finally {
      completed.incrementAndGet();
    }
  }

  /** Does it here and now; false, with one sentence said, where it ended with a fault. */
  boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Throwable fault) {
      StackTraceElement[] frames = fault.getStackTrace();
      problems.report(
          new Problem(
              "a failure could not be reported: " + fault,
              frames.length == 0 ? "no stack trace" : frames[0].toString(),
              "please report this"));
      return false;
    }
  }
}

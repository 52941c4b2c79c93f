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

/**
 * The agent's own thread: everything that may take its time, one thing after the other. Handing
 * work over never blocks; when more waits than memory should hold, the newest is refused and
 * counted.
 */
final class Courier implements Executor, Runnable {
  private static final int MAX_WAITING = 100_000;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Problems problems;
  private final long tickNanos;
  private final List<Runnable> rounds = new CopyOnWriteArrayList<>();
  private final Runnable onRefused;
  private volatile boolean isClosing;

  /**
   * @param tick how often rounds are made, however much else there is to do
   */
  Courier(Problems problems, Duration tick, Runnable onRefused) {
    this.problems = problems;
    this.tickNanos = tick.toNanos();
    this.onRefused = onRefused;
  }

  /** Work for every tick: it looks after something and is quick. */
  void makesRound(Runnable round) {
    rounds.add(round);
  }

  @Override
  public void execute(Runnable work) {
    if (!waiting.offer(work)) {
      onRefused.run();
    }
  }

  @Override
  public void run() {
    long due = System.nanoTime() + tickNanos;
    while (!isClosing) {
      try {
        Runnable work = waiting.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (work != null) {
          perform(work);
        }
      } catch (InterruptedException ignored) {
        // nobody has a reason to interrupt this thread; it ends by closing
      }
      if (System.nanoTime() - due >= 0) {
        rounds.forEach(this::perform);
        due = System.nanoTime() + tickNanos;
      }
    }
  }

  /** Performs what still waits, on the calling thread; for the end of the JVM. */
  void drain(long untilNanos) {
    isClosing = true;
    for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
      perform(work);
      if (System.nanoTime() - untilNanos > 0) {
        return;
      }
    }
  }

  private void perform(Runnable work) {
    try {
      work.run();
    } catch (Throwable fault) {
      StackTraceElement[] frames = fault.getStackTrace();
      problems.report(
          new Problem(
              "a failure could not be told: " + fault,
              frames.length == 0 ? "no stack trace" : frames[0].toString(),
              "please report this"));
    }
  }
}

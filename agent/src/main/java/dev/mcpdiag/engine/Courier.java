package dev.mcpdiag.engine;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.util.concurrent.BlockingQueue;
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
  private static final long TICK_MILLIS = 1_000;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Problems problems;
  private final Runnable eachSecond;
  private final Runnable onRefused;
  private volatile boolean isClosing;

  Courier(Problems problems, Runnable eachSecond, Runnable onRefused) {
    this.problems = problems;
    this.eachSecond = eachSecond;
    this.onRefused = onRefused;
  }

  @Override
  public void execute(Runnable work) {
    if (!waiting.offer(work)) {
      onRefused.run();
    }
  }

  @Override
  public void run() {
    while (!isClosing) {
      try {
        Runnable work = waiting.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        perform(work == null ? eachSecond : work);
      } catch (InterruptedException ignored) {
        // nobody has a reason to interrupt this thread; it ends by closing
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

package dev.mcpdiag.extensions;

import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the classifiers judge failures on a helper thread, one after the other. Whoever waits for an
 * answer also watches the thread: one that is stuck is interrupted, given up and replaced, so there
 * is no watchdog and no cost while nothing fails.
 */
final class Hearings {
  private static final int MAX_WAITING = 256;
  private static final int MAX_GIVEN_UP = 8;
  private static final Duration LOADING = Duration.ofSeconds(5);

  /** An event waits half a second for a busy or loading thread, and for what may be asked then. */
  private static final Duration QUEUE = Duration.ofMillis(500);

  private static final int TIMEOUTS_TO_WAIT = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Hearing> waiting = new ArrayDeque<>();
  private final Callable<List<CustomClassifier>> loading;
  private final Duration longestWait;
  private final Rules rules;
  private final Function<Runnable, Thread> threads;
  private final Problems problems;
  private final IntConsumer onLoaded;

  private @Nullable List<CustomClassifier> classifiers;
  private @Nullable Worker worker;
  private int givenUp;
  private boolean isEnding;
  private long endsAtNanos;

  /**
   * Begins to load on the helper thread.
   *
   * @param loading in the order in which they are asked; may hang as any code of others
   * @param timeout of each classifier
   * @param rules asked last
   * @param threads starts a daemon thread
   * @param onLoaded hears once how many there are; must not block
   */
  Hearings(
      Callable<List<CustomClassifier>> loading,
      Duration timeout,
      Rules rules,
      Function<Runnable, Thread> threads,
      Problems problems,
      IntConsumer onLoaded) {
    this.onLoaded = onLoaded;
    this.loading = loading;
    this.longestWait = QUEUE.plus(timeout.multipliedBy(TIMEOUTS_TO_WAIT));
    this.rules = rules;
    this.threads = threads;
    this.problems = problems;
    lock.lock();
    try {
      startWorker();
    } finally {
      lock.unlock();
    }
  }

  /** Begins a hearing; when too many wait, it ends at once with the built-in opinion. */
  Hearing open(OfferedCall call) {
    Hearing hearing = new Hearing(this, call, Opinion.builtIn(call.builtIn()));
    lock.lock();
    try {
      if (worker == null || waiting.size() >= MAX_WAITING) {
        hearing.end();
      } else {
        waiting.addLast(hearing);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    return hearing;
  }

  /** Whether everything was loaded and there is nobody to ask. */
  boolean isNobodyThere() {
    lock.lock();
    try {
      return classifiers != null && classifiers.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for its end, about a second at most. */
  void await(Hearing hearing) {
    await(hearing, longestWait);
  }

  /** Waits for its end, at most so long; an interrupted thread does not wait. */
  void await(Hearing hearing, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    lock.lock();
    try {
      while (!hearing.isSettled()) {
        giveUpIfStuck();
        long left = left(end);
        if (left <= 0 || hearing.isSettled()) {
          return;
        }
        changed.awaitNanos(Math.min(left, untilStuck(left)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is the application's: its wait is over, not ours
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for an answer after this: the JVM ends. */
  void endBy(long nanoTime) {
    lock.lock();
    try {
      isEnding = true;
      endsAtNanos = nanoTime;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long left(long end) {
    long now = System.nanoTime();
    return isEnding ? Math.min(end - now, endsAtNanos - now) : end - now;
  }

  private long untilStuck(long otherwise) {
    Worker busy = worker;
    return busy == null || !busy.isBusy ? otherwise : busy.stuckAtNanos - System.nanoTime();
  }

  private void giveUpIfStuck() {
    Worker stuck = worker;
    if (stuck == null || !stuck.isBusy || System.nanoTime() - stuck.stuckAtNanos < 0) {
      return;
    }
    stuck.giveUp();
    worker = null;
    if (classifiers == null) {
      classifiers = List.of();
      onLoaded.accept(0);
      report("classifiers took longer than " + LOADING.toSeconds() + " s to load and stay off");
    }
    if (++givenUp < MAX_GIVEN_UP) {
      startWorker();
    } else {
      report("no thread is left for classifiers: " + givenUp + " got stuck; all stay off");
      waiting.forEach(Hearing::end);
      waiting.clear();
    }
    changed.signalAll();
  }

  private void report(String what) {
    problems.report(
        new Problem(
            what, "mcpdiag.extensions", "see which of them waits or loops, and correct it"));
  }

  private void startWorker() {
    Worker next = new Worker();
    worker = next;
    next.thread = threads.apply(next);
  }

  /** One life of the helper thread. Its fields are kept under the lock. */
  private final class Worker implements Runnable {
    private @Nullable Thread thread;
    private @Nullable Hearing heard;
    private @Nullable CustomClassifier asked;
    private boolean isBusy;
    private long stuckAtNanos;
    private long limitNanos;

    @Override
    public void run() {
      lock.lock();
      try {
        if (classifiers == null) {
          load();
        }
        while (worker == this) {
          Hearing next = waiting.pollFirst();
          if (next == null) {
            changed.awaitUninterruptibly();
          } else {
            hear(next);
          }
        }
      } finally {
        if (worker != this) {
          givenUp--; // it came back after all
        }
        lock.unlock();
      }
    }

    private void load() {
      List<CustomClassifier> loaded = List.of();
      begin(LOADING.toNanos());
      try {
        loaded = loading.call();
      } catch (Throwable e) {
        report("classifiers cannot be loaded: " + e);
      }
      if (end()) {
        classifiers = loaded;
        onLoaded.accept(loaded.size());
      }
    }

    private void hear(Hearing hearing) {
      heard = hearing;
      List<CustomClassifier> all = classifiers == null ? List.of() : classifiers;
      while (hearing.turn() < all.size()) {
        CustomClassifier next = all.get(hearing.turn());
        boolean isMine = !next.admit() || ask(next, hearing);
        if (!isMine || hearing.isSettled()) {
          return;
        }
        hearing.nextTurn();
      }
      lock.unlock(); // rules need no watching: they bound their own time
      Opinion ruled;
      try {
        ruled = rules.judge(hearing.call());
      } finally {
        lock.lock();
      }
      if (ruled == null) {
        hearing.end();
      } else {
        hearing.end(ruled);
      }
      changed.signalAll();
    }

    /** False when this thread was given up meanwhile. */
    private boolean ask(CustomClassifier classifier, Hearing hearing) {
      asked = classifier;
      limitNanos = classifier.limitNanos();
      begin(limitNanos);
      Opinion said = null;
      ExtensionFault fault = null;
      try {
        said = classifier.judge(hearing.call());
      } catch (Throwable e) { // whatever it is, it is the extension's
        fault = classifier.described(e);
      }
      if (!end()) {
        classifier.released();
        return false;
      }
      boolean isLate = System.nanoTime() - stuckAtNanos > 0;
      if (isLate) {
        classifier.late(limitNanos);
      } else if (fault != null) {
        classifier.failed(fault);
      } else {
        classifier.answered();
      }
      if (said != null && !isLate) {
        hearing.end(said);
        changed.signalAll();
      }
      return true;
    }

    /** Lets go of the lock: code of others runs now. */
    private void begin(long limitNanos) {
      stuckAtNanos = System.nanoTime() + limitNanos;
      isBusy = true;
      changed.signalAll(); // who waits has to watch from now on
      lock.unlock();
    }

    /** Takes the lock again; false when this thread was given up meanwhile. */
    private boolean end() {
      lock.lock();
      isBusy = false;
      return worker == this;
    }

    private void giveUp() {
      Thread running = thread;
      Hearing cutShort = heard;
      CustomClassifier guilty = asked;
      String place = running == null ? "" : ExtensionFault.at(running.getStackTrace());
      if (running != null) {
        running.interrupt();
      }
      if (guilty != null) {
        guilty.stuck(limitNanos, place);
      }
      if (cutShort != null) {
        cutShort.nextTurn();
        waiting.addFirst(cutShort); // the others may still know it
      }
    }
  }
}

package dev.mcpdiag.engine;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The only maker of threads: daemons named {@code mcpdiag-*}, without an application's loader. */
final class Threads implements ThreadFactory {
  /** One for each lane of telemetry, so that one that hangs holds up no other. */
  private static final int MAX_SENDERS = 4;

  private static final int IDLE_SECONDS = 5;

  private static volatile Problems problems = problem -> {};

  private final String name;
  private final AtomicInteger count = new AtomicInteger();

  private Threads(String name) {
    this.name = name;
  }

  /** Where a thread's last words go: the JVM would print a stack trace instead. */
  static void tellFaultsTo(Problems voice) {
    problems = voice;
  }

  /** A started thread. */
  static Thread start(String name, Runnable work) {
    Thread thread = make("mcpdiag-" + name, work);
    thread.start();
    return thread;
  }

  /** A thread that the JVM starts when it ends. */
  static Thread atExit(Runnable work) {
    return make("mcpdiag-exit", work);
  }

  /** Threads for export requests: none while there is nothing to send. */
  static ExecutorService senders() {
    return new ThreadPoolExecutor(
        0,
        MAX_SENDERS,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new Threads("send"));
  }

  @Override
  public Thread newThread(Runnable work) {
    return make("mcpdiag-" + name + '-' + count.incrementAndGet(), work);
  }

  /** One thread for lines that may have to wait; there only while there is something to write. */
  static Executor writer() {
    ThreadPoolExecutor writer =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1), // a task writes all that waits: one more is enough
            new Threads("voice"),
            new ThreadPoolExecutor.DiscardPolicy());
    writer.allowCoreThreadTimeOut(true);
    return writer;
  }

  /**
   * Made in our own right: a thread inherits the protection domains of whoever is on the stack, and
   * through them would hold the class loader of an application for ever.
   */
  @SuppressWarnings("removal") // without a replacement on Java 17; nothing to inherit from 24 on
  private static Thread make(String name, Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              // No inherited thread-locals: they would hold the application's objects.
              Thread thread = new Thread(null, work, name, 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              thread.setUncaughtExceptionHandler(Threads::tell);
              return thread;
            });
  }

  private static void tell(Thread dead, Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    problems.report(
        new Problem(
            "the thread " + dead.getName() + " of the agent ended: " + fault,
            frames.length == 0 ? "no stack trace" : frames[0].toString(),
            "please report this; the application is not affected"));
  }
}

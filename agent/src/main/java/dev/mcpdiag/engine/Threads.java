package dev.mcpdiag.engine;

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

  private final String name;
  private final AtomicInteger count = new AtomicInteger();

  private Threads(String name) {
    this.name = name;
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

  private static Thread make(String name, Runnable work) {
    // No inherited thread-locals: they would hold the application's objects.
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}

package dev.mcpdiag.call;

import org.jspecify.annotations.Nullable;

/** The thread on which a call ends. */
final class EndingThread {
  /** Reactor's mark of threads that must never wait; by name, since each application has a copy. */
  private static final String NON_BLOCKING = "reactor.core.scheduler.NonBlocking";

  private EndingThread() {}

  /** Whether this thread may wait some milliseconds. */
  static boolean mayWait() {
    @Nullable Class<?> type = Thread.currentThread().getClass();
    while (type != null && type != Thread.class) {
      if (isMarked(type)) {
        return false;
      }
      type = type.getSuperclass();
    }
    return true;
  }

  private static boolean isMarked(Class<?> type) {
    for (Class<?> above : type.getInterfaces()) {
      if (above.getName().equals(NON_BLOCKING) || isMarked(above)) {
        return true;
      }
    }
    return false;
  }
}

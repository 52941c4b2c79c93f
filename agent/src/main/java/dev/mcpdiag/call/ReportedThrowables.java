package dev.mcpdiag.call;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Throwables that have their event already: the SDK hands the same one to several calls. Holds them
 * weakly, and only the newest.
 */
final class ReportedThrowables {
  private static final int MOST = 16;

  /** Deep enough for what the SDK and Reactor wrap around a cause. */
  private static final int MAX_CAUSES = 4;

  private final Deque<WeakReference<Throwable>> reported = new ArrayDeque<>();

  /** Remembers a throwable and its next causes. */
  synchronized void add(Throwable throwable) {
    Throwable t = throwable;
    for (int depth = 0; t != null && depth < MAX_CAUSES; depth++) {
      if (reported.size() == MOST) {
        reported.removeFirst();
      }
      reported.addLast(new WeakReference<>(t));
      t = t.getCause();
    }
  }

  /** Whether this throwable, or one of its causes, is among them. */
  synchronized boolean has(Throwable throwable) {
    int depth = 0;
    for (Throwable t = throwable; t != null && depth < MOST; t = t.getCause(), depth++) {
      for (WeakReference<Throwable> known : reported) {
        if (known.refersTo(t)) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.mcpdiag.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the application's threads leave items: never blocks, never holds more than its bound. */
final class Inbox<T> {
  private final Queue<T> items = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int bound;

  Inbox(int bound) {
    this.bound = bound;
  }

  /** Returns the size after it, or 0 if there was no room. */
  int offer(T item) {
    int now = size.incrementAndGet();
    if (now > bound) {
      size.decrementAndGet();
      return 0;
    }
    items.add(item);
    return now;
  }

  int size() {
    return size.get();
  }

  List<T> take(int most) {
    List<T> taken = new ArrayList<>(Math.min(most, size.get()));
    while (taken.size() < most) {
      T next = items.poll();
      if (next == null) {
        break;
      }
      size.decrementAndGet();
      taken.add(next);
    }
    return taken;
  }
}

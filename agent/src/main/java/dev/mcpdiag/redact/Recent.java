package dev.mcpdiag.redact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known by names that others choose. Bounded: when so many came, those that were not asked
 * for meanwhile go. A peer that makes names up without end costs the others one more look. Any
 * thread.
 *
 * @param <V> immutable, or safe on any thread
 */
public final class Recent<V> {
  private final int most;
  private volatile ConcurrentMap<String, V> young = new ConcurrentHashMap<>();
  private volatile ConcurrentMap<String, V> old = new ConcurrentHashMap<>();

  /**
   * @param most entries in all
   */
  public Recent(int most) {
    this.most = most;
  }

  /** The value, null if it is not known (any more). */
  public @Nullable V get(String name) {
    V value = young.get(name);
    if (value != null) {
      return value;
    }
    value = old.get(name);
    if (value != null) {
      put(name, value);
    }
    return value;
  }

  /** The value, made if there is none. */
  public V get(String name, Supplier<V> maker) {
    V known = get(name);
    if (known != null) {
      return known;
    }
    makeRoom();
    return young.computeIfAbsent(name, ignored -> maker.get());
  }

  /** Sets the value. */
  public void put(String name, V value) {
    makeRoom();
    young.put(name, value);
  }

  /** Forgets it. */
  public void remove(String name) {
    young.remove(name);
    old.remove(name);
  }

  private void makeRoom() {
    if (young.size() >= most / 2) {
      synchronized (this) {
        if (young.size() >= most / 2) {
          old = young;
          young = new ConcurrentHashMap<>();
        }
      }
    }
  }
}

package dev.mcpdiag.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by the identity of an object that the application owns: an entry goes when its object is
 * collected. Any thread.
 *
 * @param <V> must not refer to the key
 */
public final class WeakIdentityMap<V> {
  private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** The value, or null. */
  public @Nullable V get(Object key) {
    return values.get(new Lookup(key));
  }

  /** The value, made if there is none. */
  public V get(Object key, Supplier<V> maker) {
    V known = get(key);
    if (known != null) {
      return known;
    }
    forgetCollected();
    return values.computeIfAbsent(new Held(key, collected), ignored -> maker.get());
  }

  /** Sets the value. */
  public void put(Object key, V value) {
    forgetCollected();
    values.put(new Held(key, collected), value);
  }

  /** Takes the value out; null if there is none. */
  public @Nullable V remove(Object key) {
    return values.remove(new Lookup(key));
  }

  /** Every value, once for each of its objects. */
  public void forEach(Consumer<V> visitor) {
    forgetCollected();
    values.values().forEach(visitor);
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      values.remove(gone);
    }
  }

  /** Equal to another key of the same object. */
  private interface Key {
    @Nullable Object target();
  }

  private record Lookup(Object target) implements Key {
    @Override
    public int hashCode() {
      return System.identityHashCode(target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.target() == target;
    }
  }

  private static final class Held extends WeakReference<Object> implements Key {
    private final int hash;

    Held(Object target, ReferenceQueue<Object> queue) {
      super(target, queue);
      hash = System.identityHashCode(target);
    }

    @Override
    public @Nullable Object target() {
      return get();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key key && key.target() == mine;
    }
  }
}

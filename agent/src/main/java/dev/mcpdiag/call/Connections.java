package dev.mcpdiag.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The connection of each transport, by identity; a transport that is collected is forgotten. */
public final class Connections {
  private final ConcurrentMap<Key, Connection> connections = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final ServerNames names;

  /** Names come from {@code mcpdiag.server.names}. */
  public Connections(ServerNames names) {
    this.names = names;
  }

  /** The connection of a transport, made at its first use. */
  public Connection of(Object transport) {
    Connection known = connections.get(new Lookup(transport));
    if (known != null) {
      return known;
    }
    forgetCollected();
    return connections.computeIfAbsent(
        new Held(transport, collected),
        ignored -> new Connection(names, transport.getClass().getSimpleName()));
  }

  /** The connection of a transport, or of an object known by {@link #alias}; null if unknown. */
  public @Nullable Connection known(Object object) {
    return connections.get(new Lookup(object));
  }

  /** Lets another object of the SDK stand for a connection. */
  public void alias(Object object, Connection connection) {
    if (known(object) == null) {
      connections.putIfAbsent(new Held(object, collected), connection);
    }
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      connections.remove(gone);
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

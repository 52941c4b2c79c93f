package dev.mcpdiag.call;

import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.servers.Servers;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connection of each transport or server, by identity; one that is collected is forgotten. */
public final class Connections {
  private final WeakIdentityMap<Connection> connections = new WeakIdentityMap<>();
  private final ServerNames names;
  private final Servers servers;

  /**
   * @param names of {@code mcpdiag.server.names}
   * @param servers how they stand
   */
  public Connections(ServerNames names, Servers servers) {
    this.names = names;
    this.servers = servers;
  }

  /** The connection of a transport or server, made at its first use. */
  public Connection of(Object owner) {
    Connection known = known(owner);
    if (known != null) {
      return known;
    }
    return connections.get(
        owner, () -> new Connection(names, servers, owner.getClass().getSimpleName()));
  }

  /** The connection of an owner, or of an object known by {@link #alias}; null if unknown. */
  public @Nullable Connection known(Object object) {
    return connections.get(object);
  }

  /** Every connection that is still in use, some of them more than once. */
  void forEach(Consumer<Connection> visitor) {
    connections.forEach(visitor);
  }

  /** This JVM ends: what fails from now on fails because of that. */
  public void endOfJvm() {
    forEach(connection -> connection.facts().note(FactKind.CLOSING, FactValue.JVM));
  }

  /** Lets another object of the SDK stand for a connection. */
  public void alias(Object object, Connection connection) {
    if (known(object) == null) {
      connections.put(object, connection);
    }
  }
}

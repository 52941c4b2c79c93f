package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.call.SessionHash;
import dev.mcpdiag.call.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * Which server of this application a session belongs to. A session holds the handlers that its
 * server prepared, so the handlers lead to the server; where they do not, the newest server is
 * meant.
 */
final class ServerPeers {
  private final Connections connections;
  private final WeakIdentityMap<String> sessionHashes = new WeakIdentityMap<>();
  private volatile @Nullable Connection newest;

  ServerPeers(Connections connections) {
    this.connections = connections;
  }

  /** A server was built under this name. */
  void built(Object server, @Nullable String name, @Nullable Object provider) {
    Connection connection = connections.of(server);
    connection.serves(name, Transport.OTHER);
    newest = connection;
    if (provider != null) {
      connections.alias(provider, connection);
    }
  }

  /** A server prepared these handlers. */
  void prepared(Object server, Object handlers) {
    connections.alias(handlers, connections.of(server));
  }

  /** A streamable session began; its streams know it, but not its handlers or id. */
  void began(Object session, @Nullable Object id, @Nullable Object handlers) {
    Connection connection = handlers == null ? null : connections.known(handlers);
    if (connection != null) {
      connections.alias(session, connection);
    }
    if (id instanceof String text) {
      sessionHashes.put(session, SessionHash.of(text));
    }
  }

  /** Hash of a streamable session's id, null if unknown. */
  @Nullable String hashOf(Object session) {
    return sessionHashes.get(session);
  }

  /** The server behind a session. */
  Connection of(@Nullable Object handlers, Object session, Transport transport) {
    Connection known = handlers == null ? null : connections.known(handlers);
    return served(known == null ? connections.known(session) : known, session, transport);
  }

  /** The server behind a transport, for what happens outside any session. */
  Connection ofTransport(Object transport, Transport kind) {
    return served(connections.known(transport), transport, kind);
  }

  /** A session's transport belongs to this server. */
  void uses(@Nullable Object transport, Connection connection) {
    if (transport != null) {
      connections.alias(transport, connection);
    }
  }

  private Connection served(@Nullable Connection known, Object owner, Transport transport) {
    Connection connection = known != null ? known : newest;
    if (connection == null) {
      connection = connections.of(owner);
    }
    connection.serves(null, transport);
    return connection;
  }
}

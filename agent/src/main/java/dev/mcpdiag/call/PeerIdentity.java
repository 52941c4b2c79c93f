package dev.mcpdiag.call;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Peer;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection: a name, which never changes once somebody asked for it,
 * and what the peer said of itself. Any thread.
 */
final class PeerIdentity {
  private final ServerNames names;
  private final String fallbackName;
  private volatile @Nullable Peer peer;
  private volatile @Nullable String serverInfo;
  private volatile @Nullable String protocolVersion;

  /**
   * @param fallbackName for a peer of which neither address nor program is known
   */
  PeerIdentity(ServerNames names, String fallbackName) {
    this.names = names;
    this.fallbackName = fallbackName;
  }

  /** Whether an address or program is known. */
  boolean isLocated() {
    return peer != null;
  }

  /** The text cannot be used as an address: the name is what can be read of it. */
  void refusedAt(String text, Transport transport) {
    if (peer == null) {
      peer = new Peer(names.ofText(text, fallbackName), null, transport, null, null, null);
    }
  }

  /**
   * Messages go to this address; the first one stays.
   *
   * @return whether it is the first, and names a host
   */
  boolean locatedAt(URI address, Transport transport) {
    if (peer != null) {
      return false;
    }
    if (address.getHost() == null) {
      refusedAt(address.toString(), transport);
      return false;
    }
    Integer port = portOf(address);
    String name = names.ofAddress(address.getHost(), port);
    peer = new Peer(name, null, transport, address.getHost(), port, null);
    return true;
  }

  private static @Nullable Integer portOf(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme()) ? Integer.valueOf(443) : Integer.valueOf(80);
  }

  /** A stdio transport starts this program; the first one stays. */
  void startedFrom(String command) {
    if (peer == null) {
      String base = names.program(command);
      peer = new Peer(names.ofCommand(command), null, Transport.STDIO, null, null, base);
    }
  }

  /** This JVM is the server; the name is its own. */
  void serves(@Nullable String name, Transport transport) {
    Peer known = peer;
    String serverName = name != null ? name : known != null ? known.serverName() : fallbackName;
    Transport way = transport != Transport.OTHER || known == null ? transport : known.transport();
    if (known == null || !known.serverName().equals(serverName) || known.transport() != way) {
      peer = new Peer(serverName, null, way, null, null, null);
    }
  }

  /** The peer's own words in its answer to initialize. */
  void said(@Nullable String info, @Nullable String protocol) {
    serverInfo = info == null ? null : names.saidOfItself(info);
    protocolVersion = protocol == null ? null : names.saidOfItself(protocol);
  }

  /** Negotiated protocol version, null before initialize. */
  @Nullable String protocolVersion() {
    return protocolVersion;
  }

  /** The other end as it is known now; from here on its name is fixed. */
  Peer peer() {
    Peer known = peer;
    if (known == null) {
      known = new Peer(fallbackName, serverInfo, Transport.OTHER, null, null, null);
      peer = known;
    }
    if (!Objects.equals(known.serverInfo(), serverInfo)) {
      known =
          new Peer(
              known.serverName(),
              serverInfo,
              known.transport(),
              known.address(),
              known.port(),
              known.command());
      peer = known;
    }
    return known;
  }
}

package dev.mcpdiag.failure;

import dev.mcpdiag.api.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection.
 *
 * @param serverName {@code mcpdiag.server.name}, fixed when the connection is made
 * @param serverInfo {@code name version} that the peer said of itself, null before initialize
 * @param address host name or address, for stdio null
 * @param port TCP port, for stdio null
 * @param command base name of the program of a stdio server, else null
 */
public record Peer(
    String serverName,
    @Nullable String serverInfo,
    Transport transport,
    @Nullable String address,
    @Nullable Integer port,
    @Nullable String command) {

  /** {@code pipe} for stdio, else {@code tcp}: the convention's {@code network.transport}. */
  public String networkTransport() {
    return transport == Transport.STDIO ? "pipe" : "tcp";
  }

  /** What {@code mcpdiag.attempted.target} shows: the address, or the program's base name. */
  public String target() {
    if (address != null) {
      return port == null ? address : address + ":" + port;
    }
    return command == null ? serverName : command;
  }
}

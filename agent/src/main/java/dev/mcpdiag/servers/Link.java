package dev.mcpdiag.servers;

import dev.mcpdiag.failure.Peer;

/** One connection to a server, as far as the server's state has to know it; told by identity. */
@FunctionalInterface
public interface Link {
  /** Its other end as it is known now. */
  Peer peer();
}

package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Servers;
import io.modelcontextprotocol.spec.McpClientTransport;

/** Where a visit goes. */
@FunctionalInterface
interface Destination {
  /** A new transport to it, not connected yet. */
  McpClientTransport transport(Servers servers);
}

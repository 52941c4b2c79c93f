package dev.mcpdiag.failure;

import org.jspecify.annotations.Nullable;

/**
 * How a request travelled. Null where it is not known, or does not exist on this transport.
 *
 * @param requestId JSON-RPC id as text
 * @param sessionHash first 16 hex digits of the SHA-256 of the MCP session id
 * @param protocolVersion the version of MCP that both sides agreed on
 */
public record Message(
    @Nullable String requestId, @Nullable String sessionHash, @Nullable String protocolVersion) {
  /** Nothing is known of it. */
  public static final Message UNKNOWN = new Message(null, null, null);
}

package dev.mcpdiag.api;

import java.util.Optional;

/**
 * The JSON-RPC error that the peer answered with (JSON-RPC 2.0, section 5.1).
 *
 * @param code the peer's code, for example {@code -32602}
 * @param message the peer's text; unscrubbed, so do not copy it into a diagnosis without need
 * @param dataJson the error's {@code data} as JSON text, at most 8 KiB; empty when absent
 */
public record PeerError(int code, String message, Optional<String> dataJson) {}

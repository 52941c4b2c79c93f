package dev.mcpdiag.sdk;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.evidence.Accessors;
import dev.mcpdiag.evidence.JsonText;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON-RPC error behind a throwable. */
final class PeerErrors {
  private static final int MAX_DEPTH = 6;

  private PeerErrors() {}

  /** Null where no peer answered with an error. */
  static @Nullable PeerError of(Throwable throwable) {
    Throwable t = throwable;
    for (int depth = 0; t != null && depth < MAX_DEPTH; depth++) {
      if (t instanceof McpError error && error.getJsonRpcError() != null) {
        return read(error.getJsonRpcError());
      }
      t = t.getCause();
    }
    return null;
  }

  static @Nullable PeerError read(McpSchema.JSONRPCResponse.JSONRPCError error) {
    // By name: an int up to SDK 0.10, an Integer later.
    Integer code = Accessors.value(error, "code") instanceof Integer number ? number : null;
    String message = error.message() == null ? "" : error.message();
    return code == null
        ? null
        : new PeerError(code, message, Optional.ofNullable(JsonText.of(error.data())));
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.call.OpenCall;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;

/** What the answer of this JVM says of the call. */
final class Answers {
  private Answers() {}

  /** An answer is on its way; a call that its handler failed already stays as it ended. */
  static void sent(OpenCall call, McpSchema.JSONRPCResponse response) {
    McpSchema.JSONRPCResponse.JSONRPCError error = response.error();
    PeerError refusal = error == null ? null : PeerErrors.read(error);
    if (refusal != null) {
      call.tells("rpc_error_message", refusal.message());
      refusal.dataJson().ifPresent(data -> call.tells("rpc_error_data", data));
      call.refused(refusal);
    } else {
      result(call, response.result());
    }
  }

  /** A handler of the application is done; without a result the SDK sends no answer. */
  static void handled(OpenCall call, @Nullable Object result) {
    if (call.invocation().isNotification()) {
      return; // nobody waits for an answer
    }
    if (result == null) {
      call.endedWithout();
    } else {
      result(call, result);
    }
  }

  /** The result of a handler. */
  private static void result(OpenCall call, @Nullable Object result) {
    OwnMeta.look(call, result, "result_meta");
    if (result instanceof McpSchema.CallToolResult tool && Boolean.TRUE.equals(tool.isError())) {
      Results.failed(call, tool);
    }
  }
}

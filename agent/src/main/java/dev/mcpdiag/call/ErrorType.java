package dev.mcpdiag.call;

import dev.mcpdiag.classify.Case;
import org.jspecify.annotations.Nullable;

/** Value of {@code error.type} by the OpenTelemetry MCP conventions (contract, section 3). */
final class ErrorType {
  private ErrorType() {}

  /** Null for a call that was cancelled: nobody made an error. */
  static @Nullable String of(Case failed, @Nullable Integer rpcCode) {
    if (rpcCode != null) {
      return rpcCode.toString();
    }
    if (failed.ending() == Case.Ending.ERROR_RESULT) {
      return "tool_error";
    }
    Integer status = failed.httpStatus();
    if (status != null && status >= 300) {
      return status.toString();
    }
    if (failed.chain().has("java.util.concurrent.TimeoutException")) {
      return "timeout";
    }
    return failed.chain().isEmpty() ? null : failed.chain().outermost();
  }
}

package dev.mcpdiag.call;

import dev.mcpdiag.classify.Case;
import org.jspecify.annotations.Nullable;

/** Value of {@code error.type} by the OpenTelemetry MCP conventions (reference/spans.md#errors). */
final class ErrorType {
  /** What the conventions say where nothing else fits. */
  private static final String OTHER = "_OTHER";

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
    Integer refused = failed.facts().refusedWith();
    if (refused != null) {
      return refused.toString();
    }
    if (failed.chain().has("java.util.concurrent.TimeoutException")) {
      return "timeout";
    }
    if (failed.chain().isEmpty()) {
      return failed.ending() == Case.Ending.THROWN ? OTHER : null;
    }
    return failed.chain().outermost();
  }
}

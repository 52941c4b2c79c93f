package dev.mcpdiag.call;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which failures make a span an error (reference/spans.md#errors; OpenTelemetry MCP conventions).
 */
final class SpanStatus {
  static final int INTERNAL_ERROR = -32603;

  /** Asks the user for something: a signal, not an error. */
  private static final int FLOW_SIGNAL = -32042;

  /** What a server answers to a wrong request: the fault of the one who asked. */
  private static final Set<Integer> FAULTS_OF_CALLER =
      Set.of(-32700, -32600, -32601, -32602, -32002);

  private SpanStatus() {}

  /**
   * Whether the span's status is error.
   *
   * @param rpcCode JSON-RPC code of the answer, null if there is none
   */
  static boolean isError(Role role, @Nullable Integer rpcCode) {
    if (rpcCode == null) {
      return true;
    }
    return rpcCode != FLOW_SIGNAL
        && !(role == Role.SERVER_ANSWERS && FAULTS_OF_CALLER.contains(rpcCode));
  }
}

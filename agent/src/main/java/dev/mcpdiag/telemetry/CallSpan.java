package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The span of one call: started once, ended once by exactly one of the two end methods. */
public interface CallSpan {
  /** Ids of this span; valid even when the span is not sampled. */
  Failure.Ids ids();

  /**
   * W3C headers for {@code params._meta}: traceparent, tracestate, baggage; empty if none. A map of
   * the caller's own.
   */
  Map<String, String> headers();

  /** Makes the span current on this thread until the returned scope is closed on it. */
  Scope makeCurrent();

  /** Ends the span of a call that went well; sets the attributes of the MCP conventions. */
  void succeeded(Attempt attempt);

  /**
   * Ends the span of a failed call.
   *
   * @param isError whether the convention calls it an error (reference/spans.md#errors)
   * @param peerCode JSON-RPC error code for {@code rpc.response.status_code}, null if none came
   */
  void failed(Failure failure, boolean isError, @Nullable Integer peerCode);

  /** Closed on the thread that made it; throws nothing. */
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}

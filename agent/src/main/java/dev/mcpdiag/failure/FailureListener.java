package dev.mcpdiag.failure;

/** Wants to hear of failures. Called on the agent's own thread, one failure at a time. */
@FunctionalInterface
public interface FailureListener {
  /** May take its time, must not throw; what it throws becomes a problem and is not passed on. */
  void failed(Failure failure);
}

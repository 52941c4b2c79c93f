package dev.mcpdiag.failure;

/** Wants to hear of notices. Called on the agent's own thread, one notice at a time. */
@FunctionalInterface
public interface NoticeListener {
  /** May take its time, must not throw; what it throws becomes a problem and is not passed on. */
  void noticed(Notice notice);
}

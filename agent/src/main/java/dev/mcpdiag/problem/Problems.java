package dev.mcpdiag.problem;

/** Where the agent's own problems go. One implementation prints them; tests collect them. */
@FunctionalInterface
public interface Problems {
  /** Any thread; never throws, never blocks. */
  void report(Problem problem);
}

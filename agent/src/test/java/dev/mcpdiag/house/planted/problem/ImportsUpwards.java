package dev.mcpdiag.house.planted.problem;

import dev.mcpdiag.house.planted.call.KnowsProblems;

/** A lower part that knows a higher one. */
public interface ImportsUpwards {
  KnowsProblems call();
}

package dev.mcpdiag.house.planted.call;

import dev.mcpdiag.house.planted.problem.ImportsUpwards;

/** Fine by the import table, were it not for the way back. */
public interface KnowsProblems {
  ImportsUpwards problem();
}

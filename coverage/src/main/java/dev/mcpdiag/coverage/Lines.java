package dev.mcpdiag.coverage;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines of one module that hold code, and whether a test reached them. A class may be there
 * several times, with other bytes each time (compiled, and as it is in the agent jar after
 * relocation): a line is reached if it is in any of them.
 */
final class Lines {
  private final Map<String, Boolean> reached = new HashMap<>();

  /** A line of the sources: counts from now on. */
  void add(String sourceFile, int line, boolean isReached) {
    reached.merge(key(sourceFile, line), isReached, Boolean::logicalOr);
  }

  /** The same line in another form of its class; a line that is not in the sources is left out. */
  void also(String sourceFile, int line, boolean isReached) {
    reached.computeIfPresent(key(sourceFile, line), (key, before) -> before || isReached);
  }

  int all() {
    return reached.size();
  }

  int reached() {
    return (int) reached.values().stream().filter(Boolean::booleanValue).count();
  }

  private static String key(String sourceFile, int line) {
    return sourceFile + ':' + line;
  }
}

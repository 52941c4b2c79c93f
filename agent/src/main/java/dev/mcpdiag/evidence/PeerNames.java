package dev.mcpdiag.evidence;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tools or prompts that a server listed last: tells an unknown one from wrong parameters. Any
 * thread.
 */
public final class PeerNames {
  private static final int MAX_NAMES = 2000;

  /** Names of calls are cut there, so longer ones cannot be compared. */
  private static final int MAX_CHARS = 119;

  private volatile @Nullable Set<String> names;

  /** Remembers one page of a list; a first page replaces what was known. */
  public void listed(Collection<String> page, boolean isFirstPage) {
    Set<String> known = names;
    Set<String> all = isFirstPage || known == null ? new HashSet<>() : new HashSet<>(known);
    for (String name : page) {
      if (name.length() <= MAX_CHARS) {
        all.add(name);
      }
    }
    names = all.size() > MAX_NAMES ? null : Set.copyOf(all); // half a list would tell lies
  }

  /** Whether the server has it: true, false, or null when that is not known. */
  public @Nullable Boolean has(String name) {
    Set<String> known = names;
    return (known == null || name.length() > MAX_CHARS) ? null : known.contains(name);
  }
}

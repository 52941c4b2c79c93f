package dev.mcpdiag.evidence;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tools that a server listed last: tells an unknown tool from wrong parameters. Any thread. */
public final class PeerNames {
  private static final int MAX_NAMES = 2000;

  private volatile @Nullable Set<String> tools;

  /** Remembers one page of {@code tools/list}; a first page replaces what was known. */
  public void listed(Collection<String> names, boolean isFirstPage) {
    Set<String> known = tools;
    if (isFirstPage || known == null) {
      tools = bounded(names);
    } else if (known.size() + names.size() <= MAX_NAMES) {
      java.util.HashSet<String> all = new java.util.HashSet<>(known);
      all.addAll(names);
      tools = all;
    }
  }

  private static @Nullable Set<String> bounded(Collection<String> names) {
    return names.size() > MAX_NAMES ? null : Set.copyOf(names);
  }

  /** Whether the server has this tool: true, false, or null when no list was seen. */
  public @Nullable Boolean hasTool(String name) {
    Set<String> known = tools;
    return known == null ? null : known.contains(name);
  }
}

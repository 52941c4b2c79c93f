package dev.mcpdiag.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A throwable and all that hangs on it, level by level: itself, its cause and suppressed ones, then
 * theirs. Each appears once, so a circle ends.
 */
final class NearestFirst {
  private final List<Throwable> found = new ArrayList<>();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private NearestFirst() {}

  static List<Throwable> of(Throwable failure) {
    NearestFirst walk = new NearestFirst();
    walk.add(failure);
    for (int i = 0; i < walk.found.size(); i++) {
      Throwable next = walk.found.get(i);
      walk.add(next.getCause());
      for (Throwable suppressed : next.getSuppressed()) {
        walk.add(suppressed);
      }
    }
    return walk.found;
  }

  private void add(@Nullable Throwable next) {
    if (next != null && seen.add(next)) {
      found.add(next);
    }
  }
}

package dev.mcpdiag.weave;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which rows were woven so far, by label: {@code McpClientSession request}. Any thread. */
public final class WeaveReport {
  private final Set<String> labels = new ConcurrentSkipListSet<>();

  void woven(String label) {
    labels.add(label);
  }

  /** Labels of all rows that found their place in at least one loaded class, sorted. */
  public Set<String> labels() {
    return Set.copyOf(labels);
  }
}

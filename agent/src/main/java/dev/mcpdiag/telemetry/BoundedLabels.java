package dev.mcpdiag.telemetry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of one label: those that were named beforehand, and the first so many others. Any thread;
 * asked once for each new series, not for each call.
 */
final class BoundedLabels {
  private final Set<String> expected;
  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param expected always let in, and not counted
   * @param most how many others
   */
  BoundedLabels(Set<String> expected, int most) {
    this.expected = expected;
    this.most = most;
  }

  /** Whether this value is a label, now and from now on. */
  boolean admits(String value) {
    return expected.contains(value)
        || known.contains(value)
        || (known.size() < most && isAdded(value));
  }

  private synchronized boolean isAdded(String value) {
    return known.contains(value) || (known.size() < most && known.add(value));
  }
}

package dev.mcpdiag.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which tools and prompts have a label: at most {@value #MOST} of a process
 * (reference/metrics.md#bounds). Any thread; asked once for each new series, not for each call.
 */
final class TargetLabels {
  static final int MOST = 200;

  /** So few that names which may be made up cannot take the place of real ones. */
  static final int MOST_UNSURE = 50;

  /** Names with a label, and whether they are proven. */
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  private int unsure;

  /** The label of this name: itself, {@code other} where there are too many, null for none. */
  @Nullable String of(String name, TargetProof proof) {
    Boolean isProven = known.get(name);
    if (Boolean.TRUE.equals(isProven)) {
      return name; // whatever is said of it now: dashboards must see a tool that went missing
    }
    return switch (proof) {
      // Without the lock where nothing can change: calls beyond the bound come here each time.
      case PROVEN -> isProven == null && known.size() >= MOST ? LabelBounds.OTHER : proven(name);
      case UNSURE -> isProven != null || guessed(name) ? name : null;
      case DOUBTED -> null;
    };
  }

  private synchronized String proven(String name) {
    Boolean isProven = known.get(name);
    if (isProven == null && known.size() >= MOST) {
      return LabelBounds.OTHER;
    }
    if (Boolean.FALSE.equals(isProven)) {
      unsure--;
    }
    known.put(name, true);
    return name;
  }

  private synchronized boolean guessed(String name) {
    if (unsure >= MOST_UNSURE || known.size() >= MOST) {
      return known.containsKey(name);
    }
    if (known.putIfAbsent(name, false) == null) {
      unsure++;
    }
    return true;
  }
}

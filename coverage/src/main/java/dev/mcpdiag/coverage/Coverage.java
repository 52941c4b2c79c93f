package dev.mcpdiag.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Percentages of lines, and what is said about them. */
final class Coverage {
  /** In points: some lines run only when threads meet in a certain order. */
  private static final double TOLERANCE = 0.3;

  private Coverage() {}

  static double percent(int reached, int all) {
    return all == 0 ? 0 : 100.0 * reached / all;
  }

  /** One line for the build's log. */
  static String line(Map<String, Double> measured) {
    List<String> parts = new ArrayList<>();
    measured.forEach((name, percent) -> parts.add(name + ' ' + text(percent) + " %"));
    return "coverage: " + String.join(", ", parts) + " of lines";
  }

  /** What fell and what to do about it; empty where nothing did. */
  static String fallen(Map<String, Double> measured, Properties committed) {
    List<String> parts = new ArrayList<>();
    measured.forEach(
        (name, percent) -> {
          String before = committed.getProperty(name);
          if (before == null) {
            parts.add(name + " has no number");
          } else if (percent < Double.parseDouble(before) - TOLERANCE) {
            parts.add(name + " fell from " + before + " to " + text(percent) + " %");
          }
        });
    return parts.isEmpty()
        ? ""
        : "coverage: "
            + String.join(", ", parts)
            + " (.ci/coverage). Test the new lines; where the fall is meant, write the new number"
            + " into that file and say why in the commit.";
  }

  private static String text(double percent) {
    return String.format(Locale.ROOT, "%.1f", percent);
  }
}

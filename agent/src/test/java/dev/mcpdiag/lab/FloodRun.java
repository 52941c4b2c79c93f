package dev.mcpdiag.lab;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one JVM sent and printed while it was flooded.
 *
 * @param points of metrics, as often as they arrived
 */
record FloodRun(List<OtlpMetric> points, String stderr) {
  private static final Pattern COUNTED =
      Pattern.compile(": (\\d+) more within|repeated (\\d+) times| (\\d+)(?=,|$)");
  private static final Pattern SUMMARY = Pattern.compile("summary: \\d+ calls?, (\\d+) failed");

  /** Newest value of each series of a metric: of a histogram the count. */
  Map<Map<String, Object>, Long> series(String metric) {
    Map<Map<String, Object>, Long> newest = new HashMap<>();
    for (OtlpMetric point : points) {
      if (point.name().equals(metric)) {
        long value = point.kind().equals("histogram") ? point.count() : (long) point.value();
        newest.put(point.attributes(), value);
      }
    }
    return newest;
  }

  /** Sums of a metric by one label; "" for series without it. */
  Map<String, Long> by(String metric, String label) {
    Map<String, Long> sums = new TreeMap<>();
    series(metric)
        .forEach(
            (labels, value) -> sums.merge("" + labels.getOrDefault(label, ""), value, Long::sum));
    return sums;
  }

  static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  boolean isOverflowing() {
    return points.stream()
        .anyMatch(point -> point.attributes().containsKey("otel.metric.overflow"));
  }

  /** Lines about failures: one each, or counts. */
  List<String> lines() {
    return stderr
        .lines()
        .filter(line -> line.startsWith("[mcpdiag] MCP_") || line.startsWith("[mcpdiag] ..."))
        .toList();
  }

  /** Failures that these lines tell of. */
  long told() {
    long told = 0;
    for (String line : lines()) {
      if (line.startsWith("[mcpdiag] MCP_") || line.contains("repeated once")) {
        told++;
      } else {
        Matcher counted = COUNTED.matcher(line.replaceAll(", last debug id .*", ""));
        while (counted.find()) {
          told += Long.parseLong(any(counted));
        }
      }
    }
    return told;
  }

  private static String any(Matcher counted) {
    for (int group = 1; group < counted.groupCount(); group++) {
      if (counted.group(group) != null) {
        return counted.group(group);
      }
    }
    return counted.group(counted.groupCount());
  }

  /** Failures that the line at the end tells of; -1 without one. */
  long failedInSummary() {
    Matcher summary = SUMMARY.matcher(stderr);
    return summary.find() ? Long.parseLong(summary.group(1)) : -1;
  }
}

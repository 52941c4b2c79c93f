package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the lab's trials were judged right, for each SDK version and over all. A trial that
 * must give no failure counts as one right code if it gave none.
 */
final class Accuracy {
  private static final String ROW = "%-8s  %8s  %10s  %10s  %11s  %12s  %10s";

  private final Map<String, Count> byVersion = new TreeMap<>();
  private final Count all = new Count();

  void add(String version, Trial trial) {
    Pairing pairing = Pairing.of(trial);
    for (Count count : List.of(all, byVersion.computeIfAbsent(version, v -> new Count()))) {
      count.add(pairing);
    }
  }

  /** Share of right codes among all expectations, 0 to 1. */
  double rightCodes() {
    return all.due == 0 ? 1 : (double) all.codes / all.due;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted(
            "sdk", "due", "right code", "right type", "right retry", "false alarms", "duplicates"));
    byVersion.forEach((version, count) -> lines.add(count.line(version)));
    lines.add(all.line("all"));
    return lines;
  }

  private static final class Count {
    private int due;
    private int codes;
    private int types;
    private int retries;
    private int alarms;
    private int duplicates;

    void add(Pairing pairing) {
      if (pairing.pairs().isEmpty()) {
        int right = pairing.extras().isEmpty() ? 1 : 0;
        due++;
        codes += right;
        types += right;
        retries += right;
      }
      for (Pairing.Pair pair : pairing.pairs()) {
        due++;
        codes += pair.agreesOn("mcpdiag.code") ? 1 : 0;
        types += pair.agreesOn("mcpdiag.failure_type") ? 1 : 0;
        retries += pair.agreesOn("mcpdiag.retry") ? 1 : 0;
      }
      for (OtlpEvent extra : pairing.extras()) {
        boolean isTwin =
            pairing.pairs().stream()
                .anyMatch(pair -> pair.expected().code().equals(extra.text("mcpdiag.code")));
        duplicates += isTwin ? 1 : 0;
        alarms += isTwin ? 0 : 1;
      }
    }

    String line(String name) {
      return ROW.formatted(
          name, due, share(codes), share(types), share(retries), alarms, duplicates);
    }

    private String share(int right) {
      return String.format(Locale.ROOT, "%.1f %%", 100.0 * right / due);
    }
  }
}

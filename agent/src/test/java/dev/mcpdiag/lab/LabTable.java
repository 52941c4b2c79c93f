package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of a run: what was expected, what was seen, what the application knew by itself. */
final class LabTable {
  private static final String ROW = "%-6s  %-10s  %-5s  %-34s  %-5s  %-42s  %-42s  %-10s  %s";

  private final List<String> lines = new ArrayList<>();
  private int right;
  private int rows;

  LabTable() {
    lines.add(
        ROW.formatted(
            "sdk",
            "transport",
            "mode",
            "scenario",
            "right",
            "expected",
            "seen",
            "confidence",
            "bare exception"));
  }

  void add(String version, Trial trial, boolean judged) {
    boolean isRight = Verdict.on(trial).isRight();
    rows++;
    right += isRight ? 1 : 0;
    String mark = isRight ? "yes" : trial.scenario().required() ? "NO" : "later";
    lines.add(
        ROW.formatted(
            version,
            trial.scenario().wire().text(),
            trial.mode(),
            trial.scenario().name(),
            judged ? mark : "-",
            Verdict.codes(trial.scenario().expected().stream().map(Expected::code).toList()),
            judged ? seen(trial, "mcpdiag.code") : "-",
            judged ? seen(trial, "mcpdiag.confidence") : "-",
            trial.bareException()));
  }

  private static String seen(Trial trial, String attribute) {
    return Verdict.codes(trial.events().stream().map(event -> event.text(attribute)).toList());
  }

  /** Writes {@code target/lab/<name>} and prints it. */
  void publish(String name, boolean judged) throws IOException {
    if (judged) {
      lines.add("%d of %d right".formatted(right, rows));
    }
    Path file = LabSettings.target().resolve("lab").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
    lines.forEach(System.out::println);
  }
}

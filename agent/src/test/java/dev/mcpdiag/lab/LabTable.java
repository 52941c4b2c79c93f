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
  private final List<String> wrong = new ArrayList<>();
  private final Accuracy accuracy = new Accuracy();
  private int right;
  private int rows;

  LabTable() {
    say(
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
    accuracy.add(version, trial);
    String mark = isRight ? "yes" : "NO";
    String row =
        ROW.formatted(
            version,
            trial.scenario().wire().text(),
            trial.mode(),
            trial.scenario().name(),
            judged ? mark : "-",
            Verdict.codes(trial.scenario().expected().stream().map(Expected::code).toList()),
            judged ? seen(trial, "mcpdiag.code") : "-",
            judged ? seen(trial, "mcpdiag.confidence") : "-",
            trial.bareException());
    say(row);
    if (judged && !isRight) {
      wrong.add(row);
    }
  }

  /** At once: a run over all versions takes its time, and somebody watches. */
  private void say(String line) {
    lines.add(line);
    System.out.println(line);
  }

  Accuracy accuracy() {
    return accuracy;
  }

  private static String seen(Trial trial, String attribute) {
    return Verdict.codes(trial.events().stream().map(event -> event.text(attribute)).toList());
  }

  /** Writes {@code target/lab/<name>}, and says the sums and what was wrong. */
  void publish(String name, boolean judged) throws IOException {
    if (judged) {
      wrong.forEach(row -> say("wrong: " + row));
      accuracy.lines().forEach(this::say);
      say("%d of %d right in all that is expected".formatted(right, rows));
    }
    Path file = LabSettings.target().resolve("lab").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}

package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {SDK version, transport, mode, case: expected, seen}: in {@code target/lab}. */
final class ServerTable {
  private static final String ROW = "%-6s  %-18s  %-5s  %-22s  %-3s  %-28s  %-28s  %s";

  private final List<String> lines = new ArrayList<>();
  private int right;
  private int rows;

  ServerTable() {
    lines.add(ROW.formatted("sdk", "transport", "mode", "case", "ok", "expected", "seen", "what"));
  }

  void add(
      ServerSetup setup, String mode, ServerCase asked, ServerRun run, List<String> differences) {
    List<String> seen =
        run.failuresOf(asked, mode).stream().map(event -> event.text("mcpdiag.code")).toList();
    Expected expected = asked.expected();
    row(
        List.of(setup.version(), setup.name(), mode, asked.name()),
        expected == null ? List.of() : List.of(expected.code()),
        seen,
        differences);
  }

  void addOutside(ServerSetup setup, String mode, List<String> expected, List<String> seen) {
    List<String> differences = expected.equals(seen) ? List.of() : List.of("not the same");
    row(List.of(setup.version(), setup.name(), mode, "(refused)"), expected, seen, differences);
  }

  private void row(
      List<String> start, List<String> expected, List<String> seen, List<String> differences) {
    rows++;
    right += differences.isEmpty() ? 1 : 0;
    lines.add(
        ROW.formatted(
            start.get(0),
            start.get(1),
            start.get(2),
            start.get(3),
            differences.isEmpty() ? "yes" : "NO",
            Verdict.codes(expected),
            Verdict.codes(seen),
            String.join("; ", differences)));
  }

  /** Writes it under this name and prints what is wrong. */
  void publish(String name) throws IOException {
    lines.add("%d of %d right".formatted(right, rows));
    Path file = LabSettings.target().resolve("lab").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
    lines.stream().filter(line -> !line.contains("  yes  ")).forEach(System.out::println);
  }
}

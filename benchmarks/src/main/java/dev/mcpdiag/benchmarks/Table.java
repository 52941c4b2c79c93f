package dev.mcpdiag.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with aligned columns: the first to the left, the others to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> headings) {
    rows.add(headings);
  }

  /** Short rows are fine: the rest of the line stays empty. */
  void add(List<String> cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, widths).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String gap = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + gap : "  " + gap + row.get(i));
    }
    return line.toString();
  }
}

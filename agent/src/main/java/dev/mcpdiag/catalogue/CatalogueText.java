package dev.mcpdiag.catalogue;

import java.util.List;

/** The catalogue for a terminal: {@code --codes}. */
public final class CatalogueText {
  private static final String[] HEADINGS = {"CODE", "TYPE", "RETRY", "SEVERITY", "TITLE"};

  private CatalogueText() {}

  /** A table of ASCII, at most 100 columns wide, one code a line, with a heading. */
  public static String table() {
    List<CodeEntry> entries = Catalogue.entries();
    int[] widths = new int[HEADINGS.length];
    measure(HEADINGS, widths);
    for (CodeEntry entry : entries) {
      measure(cells(entry), widths);
    }
    StringBuilder table = new StringBuilder(8 * 1024);
    append(table, HEADINGS, widths);
    for (CodeEntry entry : entries) {
      append(table, cells(entry), widths);
    }
    return table.toString();
  }

  private static String[] cells(CodeEntry entry) {
    return new String[] {
      entry.code(),
      entry.failureType().text(),
      entry.retry().text(),
      entry.severity().text(),
      entry.title()
    };
  }

  private static void measure(String[] cells, int[] widths) {
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], cells[i].length());
    }
  }

  private static void append(StringBuilder table, String[] cells, int[] widths) {
    int last = cells.length - 1;
    for (int i = 0; i < last; i++) {
      table.append(cells[i]).append(" ".repeat(widths[i] - cells[i].length() + 2));
    }
    table.append(cells[last]).append('\n');
  }
}

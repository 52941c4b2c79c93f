package dev.mcpdiag.redact;

import java.util.Locale;

/** Values inside SQL statements and in what databases say of rows. */
final class SqlValues {
  private static final String[] STATEMENTS = {
    "insert into ", "delete from ", " where ", "values (", "values("
  };

  /** What stands before a value, and what ends it. */
  private static final String[][] COMPLAINTS = {
    {")=(", ")"}, {"key value is (", ")"}, {"duplicate entry '", "'"}
  };

  private SqlValues() {}

  static void hideIn(Marks marks) {
    if (marks.text.indexOf('\'') < 0 && marks.text.indexOf('(') < 0) {
      return;
    }
    String lower = marks.text.toLowerCase(Locale.ROOT);
    if (lower.length() != marks.length()) {
      return; // letters that grow when they are lowered: no database wrote this
    }
    for (String[] complaint : COMPLAINTS) {
      hideBetween(marks, lower, complaint[0], complaint[1]);
    }
    int statement = startOfStatement(lower);
    if (statement >= 0) {
      hideLiterals(marks, statement);
    }
  }

  private static void hideBetween(Marks marks, String lower, String before, String after) {
    int at = lower.indexOf(before);
    while (at >= 0) {
      int from = at + before.length();
      int to = lower.indexOf(after, from);
      marks.hide(from, to < 0 ? marks.length() : to);
      at = to < 0 ? -1 : lower.indexOf(before, to);
    }
  }

  private static int startOfStatement(String lower) {
    int start = Integer.MAX_VALUE;
    for (String word : STATEMENTS) {
      int at = lower.indexOf(word);
      start = at >= 0 ? Math.min(start, at) : start;
    }
    int select = lower.indexOf("select ");
    boolean isQuery = select >= 0 && lower.indexOf(" from ", select) >= 0;
    start = isQuery ? Math.min(start, select) : start;
    int update = lower.indexOf("update ");
    boolean isUpdate = update >= 0 && lower.indexOf(" set ", update) >= 0;
    start = isUpdate ? Math.min(start, update) : start;
    return start == Integer.MAX_VALUE ? -1 : start;
  }

  private static void hideLiterals(Marks marks, int from) {
    int open = marks.text.indexOf('\'', from);
    while (open >= 0) {
      int close = marks.text.indexOf('\'', open + 1);
      int end = close < 0 ? marks.length() : close;
      marks.hide(open + 1, end);
      open = close < 0 ? -1 : marks.text.indexOf('\'', end + 1);
    }
  }
}

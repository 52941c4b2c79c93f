package dev.mcpdiag.redact;

/**
 * Where a value ends: a quoted one at its quote, a bracketed one at its bracket, else at a blank.
 */
final class Values {
  private static final int LONGEST_COUNT = 9;

  private Values() {}

  static boolean startsBracket(Marks marks, int start) {
    return marks.at(start) == '{' || marks.at(start) == '[';
  }

  static boolean startsQuote(Marks marks, int start) {
    return Chars.isQuote(marks.at(start)) || marks.at(start) == '\\';
  }

  static int endOf(Marks marks, int start, boolean toEndOfLine) {
    int slashes = 0;
    while (marks.at(start + slashes) == '\\') {
      slashes++;
    }
    char first = marks.at(start + slashes);
    if (Chars.isQuote(first)) {
      return endOfQuoted(marks, start + slashes + 1, first, slashes);
    }
    if (startsBracket(marks, start + slashes)) {
      return endOfBrackets(marks, start + slashes);
    }
    return toEndOfLine ? endOfLine(marks, start) : endOfWord(marks, start);
  }

  /**
   * Index of the closing quote. A quote that is escaped more deeply than the opening one belongs to
   * the value. An open end hides the rest.
   */
  private static int endOfQuoted(Marks marks, int from, char quote, int slashesOfOpening) {
    int slashes = 0;
    for (int at = from; at < marks.length(); at++) {
      char c = marks.at(at);
      if (c == quote) {
        boolean closes = slashesOfOpening == 0 ? slashes % 2 == 0 : slashes <= slashesOfOpening;
        if (closes) {
          return at + 1;
        }
      }
      slashes = c == '\\' ? slashes + 1 : 0;
    }
    return marks.length();
  }

  private static int endOfBrackets(Marks marks, int from) {
    int depth = 0;
    for (int at = from; at < marks.length(); at++) {
      char c = marks.at(at);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return marks.length();
  }

  private static int endOfLine(Marks marks, int from) {
    int end = marks.text.indexOf('\n', from);
    return end < 0 ? marks.length() : end;
  }

  /** Up to a blank or another field; punctuation that only closes something is shown. */
  private static int endOfWord(Marks marks, int from) {
    int end = from;
    while (end < marks.length() && !endsWord(marks.at(end))) {
      end++;
    }
    int shown = end;
    while (shown > from + 1 && isClosing(marks.at(shown - 1))) {
      shown--;
    }
    return shown;
  }

  private static boolean endsWord(char c) {
    return Chars.isSpace(c) || c == '&' || c == ';' || c == '<' || c == '"';
  }

  private static boolean isClosing(char c) {
    return c == ',' || c == ')' || c == ']' || c == '}' || c == '>' || c == '\'' || c == '.'
        || c == '\\';
  }

  static boolean isNumber(Marks marks, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Chars.isDigit(marks.at(at))) {
        return false;
      }
    }
    return to > from && to - from <= LONGEST_COUNT;
  }
}

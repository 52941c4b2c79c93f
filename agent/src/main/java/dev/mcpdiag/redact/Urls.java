package dev.mcpdiag.redact;

/** What an address may carry besides where it leads: user names, passwords, queries, fragments. */
final class Urls {
  private Urls() {}

  static void hideIn(Marks marks) {
    int at = marks.text.indexOf("://");
    while (at >= 0) {
      int end = endOfUrl(marks, at + 3);
      hideUserInfo(marks, at + 3, end);
      hideTail(marks, at + 3, end);
      at = marks.text.indexOf("://", Math.max(end, at + 3));
    }
    hideQueries(marks);
    hideOracleLogin(marks);
  }

  private static int endOfUrl(Marks marks, int from) {
    int end = from;
    while (end < marks.length() && !endsUrl(marks.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsUrl(char c) {
    return Chars.isSpace(c) || c == '"' || c == '<' || c == '>' || c == '`' || c == '|';
  }

  /** A password may hold a slash; then what looks like a port is none, and the last @ counts. */
  private static void hideUserInfo(Marks marks, int from, int end) {
    int authority = from;
    boolean hasColon = false;
    boolean isPort = true;
    while (authority < end && "/?#".indexOf(marks.at(authority)) < 0) {
      char c = marks.at(authority++);
      isPort = isPort && (!hasColon || Chars.isDigit(c));
      hasColon = hasColon || c == ':';
    }
    int sign = marks.lastOf('@', from, authority);
    if (sign < from && hasColon && !isPort && marks.at(from) != '[') {
      sign = marks.lastOf('@', from, end);
    }
    if (sign >= from) {
      marks.hide(from, sign);
    }
  }

  private static void hideTail(Marks marks, int from, int end) {
    for (int at = from; at < end; at++) {
      if (marks.at(at) == '?' || marks.at(at) == '#') {
        marks.hide(at + 1, withoutClosers(marks, at + 1, end));
        return;
      }
    }
  }

  /** A relative address: {@code /callback?code=x}. */
  private static void hideQueries(Marks marks) {
    int at = marks.text.indexOf('?');
    while (at >= 0) {
      int name = at + 1;
      while (Chars.isNameChar(marks.at(name)) || marks.at(name) == '%') {
        name++;
      }
      int end = endOfUrl(marks, name);
      if (name > at + 1 && marks.at(name) == '=') {
        marks.hide(at + 1, withoutClosers(marks, at + 1, end));
      }
      at = marks.text.indexOf('?', Math.max(end, at + 1));
    }
  }

  private static int withoutClosers(Marks marks, int from, int end) {
    int shown = end;
    while (shown > from && ".,;:)]}'".indexOf(marks.at(shown - 1)) >= 0) {
      shown--;
    }
    return shown;
  }

  /** {@code jdbc:oracle:thin:user/password@host} has no slashes before its login. */
  private static void hideOracleLogin(Marks marks) {
    int at = marks.text.indexOf(":thin:");
    while (at >= 0) {
      int end = endOfUrl(marks, at);
      int sign = marks.lastOf('@', at, end);
      if (sign > at) {
        marks.hide(at + 6, sign);
      }
      at = marks.text.indexOf(":thin:", end);
    }
  }
}

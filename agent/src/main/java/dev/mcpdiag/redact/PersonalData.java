package dev.mcpdiag.redact;

/** What tells who somebody is: e-mail addresses, payment cards, social security numbers, homes. */
final class PersonalData {
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;
  private static final int MIN_CARD = 13;
  private static final int MAX_CARD = 19;
  private static final String[] HOMES = {'/' + "home/", "/Users/", "\\Users\\", "\\\\Users\\\\"};

  private PersonalData() {}

  static void hideIn(Marks marks) {
    hideMail(marks);
    hideNumbers(marks);
    for (String home : HOMES) {
      hideUserIn(marks, home);
    }
  }

  private static void hideMail(Marks marks) {
    int sign = marks.text.indexOf('@');
    while (sign >= 0) {
      int from = sign;
      while (sign - from < MAX_LOCAL && isLocal(marks.at(from - 1))) {
        from--;
      }
      int to = sign + 1;
      while (to - sign < MAX_DOMAIN && isDomain(marks.at(to))) {
        to++;
      }
      while (to > sign && !Chars.isAlphanumeric(marks.at(to - 1))) {
        to--;
      }
      if (from < sign && endsInTopLevel(marks, sign + 1, to)) {
        marks.hide(from, to);
      }
      sign = marks.text.indexOf('@', sign + 1);
    }
  }

  private static boolean isLocal(char c) {
    return Chars.isAlphanumeric(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return Chars.isAlphanumeric(c) || c == '.' || c == '-';
  }

  /** {@code example.com}, but no version such as {@code 2025.11} and no class name's end. */
  private static boolean endsInTopLevel(Marks marks, int from, int to) {
    int dot = marks.lastOf('.', from, to);
    boolean isWord = dot > from && to - dot > 2;
    for (int at = dot + 1; isWord && at < to; at++) {
      isWord = Chars.isLetter(marks.at(at));
    }
    return isWord;
  }

  /** Digits with single blanks or dashes between them. */
  private static void hideNumbers(Marks marks) {
    int at = 0;
    while (at < marks.length()) {
      if (!Chars.isDigit(marks.at(at))) {
        at++;
        continue;
      }
      int end = endOfNumber(marks, at);
      boolean standsAlone = !continues(marks, at) && !isNamePart(marks.at(end));
      if (standsAlone && (isCard(marks, at, end) || isSocialSecurity(marks, at, end))) {
        marks.hide(at, end);
      }
      at = end;
    }
  }

  private static int endOfNumber(Marks marks, int from) {
    int end = from;
    while (Chars.isDigit(marks.at(end))
        || ((marks.at(end) == '-' || marks.at(end) == ' ') && Chars.isDigit(marks.at(end + 1)))) {
      end++;
    }
    return end;
  }

  /** Whether what stands before belongs to the number; the n of a written \\n does not. */
  private static boolean continues(Marks marks, int from) {
    char before = marks.at(from - 1);
    return (isNamePart(before) || before == '.') && marks.at(from - 2) != '\\';
  }

  private static boolean isNamePart(char c) {
    return Chars.isLetter(c) || c == '_' || c == '-' || c == '/';
  }

  private static boolean isCard(Marks marks, int from, int to) {
    int digits = 0;
    int sum = 0;
    for (int at = to - 1; at >= from; at--) {
      char c = marks.at(at);
      if (Chars.isDigit(c)) {
        int value = digits % 2 == 0 ? c - '0' : 2 * (c - '0');
        sum += value > 9 ? value - 9 : value;
        digits++;
      }
    }
    boolean isIssued = "23456".indexOf(marks.at(from)) >= 0;
    return isIssued && digits >= MIN_CARD && digits <= MAX_CARD && sum % 10 == 0;
  }

  /** 123-45-6789 */
  private static boolean isSocialSecurity(Marks marks, int from, int to) {
    boolean fits = to - from == 11;
    for (int at = from; fits && at < to; at++) {
      boolean isDash = at - from == 3 || at - from == 6;
      fits = isDash ? marks.at(at) == '-' : Chars.isDigit(marks.at(at));
    }
    return fits;
  }

  private static void hideUserIn(Marks marks, String home) {
    int at = marks.text.indexOf(home);
    while (at >= 0) {
      int from = at + home.length();
      int to = from;
      while (to < marks.length() && (Chars.isNameChar(marks.at(to)) || marks.at(to) >= 0x80)) {
        to++;
      }
      marks.hide(from, to);
      at = marks.text.indexOf(home, Math.max(to, from));
    }
  }
}

package dev.mcpdiag.redact;

/**
 * Long strings that look drawn by lot, whatever they are. Kept readable: class names, UUIDs, trace
 * ids and commit ids, because a reader needs them and they open nothing.
 */
final class RandomText {
  private static final int MIN_LENGTH = 24;
  private static final int MIN_LENGTH_WITH_SLASH = 32;
  private static final int MAX_ID_DIGITS = 40;

  private RandomText() {}

  static void hideIn(Marks marks) {
    int at = 0;
    while (at < marks.length()) {
      int end = at;
      while (isPart(marks.at(end)) || marks.at(end) == '/') {
        end++;
      }
      if (end - at >= MIN_LENGTH) {
        hideRun(marks, at, end);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** A path is judged by its segments, base64 with slashes as a whole. */
  private static void hideRun(Marks marks, int from, int to) {
    boolean hasSlash = false;
    int segment = from;
    for (int at = from; at <= to; at++) {
      boolean isEnd = at == to || marks.at(at) == '/';
      if (isEnd && at - segment >= MIN_LENGTH && isRandom(marks, segment, at, false)) {
        marks.hide(segment, at);
      }
      if (isEnd) {
        hasSlash |= at < to;
        segment = at + 1;
      }
    }
    if (hasSlash && to - from >= MIN_LENGTH_WITH_SLASH && isRandom(marks, from, to, true)) {
      marks.hide(from, to);
    }
  }

  private static boolean isPart(char c) {
    return Chars.isAlphanumeric(c) || c == '_' || c == '-' || c == '+' || c == '=';
  }

  /**
   * Counts the places where the kind of character changes as it hardly does in names: a to A, and
   * between letters and digits. In random base64 that is nearly every second place, in names one of
   * five.
   */
  private static boolean isRandom(Marks marks, int from, int to, boolean hasSlash) {
    int changes = 0;
    int digits = 0;
    int hexDigits = 0;
    int uppers = 0;
    int lowers = 0;
    for (int at = from; at < to; at++) {
      char c = marks.at(at);
      char before = at == from ? 0 : marks.at(at - 1);
      digits += Chars.isDigit(c) ? 1 : 0;
      hexDigits += Chars.isHexDigit(c) ? 1 : 0;
      uppers += Chars.isUpper(c) ? 1 : 0;
      lowers += Chars.isLower(c) ? 1 : 0;
      boolean isHump = Chars.isLower(before) && Chars.isUpper(c);
      boolean isMixed =
          (Chars.isDigit(before) && Chars.isLetter(c))
              || (Chars.isLetter(before) && Chars.isDigit(c));
      changes += isHump || isMixed ? 1 : 0;
    }
    boolean isMixedCase = uppers > 0 && lowers > 0;
    if (!isMixedCase && hexDigits == digits + uppers + lowers) {
      return hexDigits > MAX_ID_DIGITS && digits < hexDigits;
    }
    boolean hasEnoughKinds = isMixedCase ? digits >= 2 : digits >= 4 && !hasSlash;
    int length = to - from;
    return hasEnoughKinds && changes * 4 >= length;
  }
}

package dev.mcpdiag.redact;

/**
 * Long strings that look drawn by lot, whatever they are. Kept readable: class names, UUIDs, and
 * hex numbers that the words before them call a trace, a commit or a digest, because a reader needs
 * them and they open nothing.
 */
final class RandomText {
  private static final int MIN_LENGTH = 24;
  private static final int MIN_LENGTH_WITH_SLASH = 32;
  private static final int MIN_HEX = 32;
  private static final int CLOUD_KEY_LENGTH = 40;
  private static final int MIN_HUMPS = 5;

  private RandomText() {}

  static void hideIn(Marks marks) {
    int at = 0;
    while (at < marks.length()) {
      int end = at;
      while (isPart(marks.at(end)) || marks.at(end) == '/') {
        end++;
      }
      // The n of a line break that is written as \n is no part of what follows.
      at += marks.at(at - 1) == '\\' && end > at ? 1 : 0;
      if (end - at >= MIN_LENGTH) {
        hideRun(marks, at, end);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** A path is judged by its segments, base64 with slashes as a whole. */
  private static void hideRun(Marks marks, int from, int to) {
    boolean hasSlash = false;
    boolean isDone = false;
    int segment = from;
    for (int at = from; at <= to; at++) {
      boolean isEnd = at == to || marks.at(at) == '/';
      if (isEnd && at - segment >= MIN_LENGTH && isRandom(marks, segment, at, false)) {
        marks.hide(segment, at);
        isDone = true;
      }
      if (isEnd) {
        hasSlash |= at < to;
        segment = at + 1;
      }
    }
    boolean isBase64 =
        hasSlash
            && !isDone
            && to - from >= MIN_LENGTH_WITH_SLASH
            && isRandom(marks, from, to, true);
    if (isBase64 || isCloudKey(marks, from, to)) {
      marks.hide(from, to);
    }
  }

  /** The secret half of an AWS key: 40 characters of base64, in which digits may be rare. */
  private static boolean isCloudKey(Marks marks, int from, int to) {
    if (to - from != CLOUD_KEY_LENGTH || "/.:".indexOf(marks.at(from - 1)) >= 0) {
      return false;
    }
    int kinds = 0;
    int changes = 0;
    for (int at = from; at < to; at++) {
      char c = marks.at(at);
      if (c == '-' || c == '_') {
        return false;
      }
      kinds |= Chars.isUpper(c) ? 1 : Chars.isLower(c) ? 2 : Chars.isDigit(c) ? 4 : 0;
      changes += at > from && Chars.isLower(marks.at(at - 1)) && Chars.isUpper(c) ? 1 : 0;
    }
    return kinds == 7 && changes >= MIN_HUMPS;
  }

  /** Not the = at the end of base64: in most texts it stands between a name and a value. */
  private static boolean isPart(char c) {
    return Chars.isAlphanumeric(c) || c == '_' || c == '-' || c == '+';
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
      return hexDigits >= MIN_HEX && digits < hexDigits && !PublicIds.isAt(marks, from, to);
    }
    boolean hasEnoughKinds = isMixedCase ? digits >= 2 : digits >= 4 && !hasSlash;
    int length = to - from;
    return hasEnoughKinds && changes * 4 >= length;
  }
}

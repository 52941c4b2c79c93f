package dev.mcpdiag.catalogue;

/**
 * Text of others made harmless to look at: nothing that moves a cursor, turns the reading direction
 * or hides between letters.
 */
public final class PlainText {
  private static final String MORE = "...";
  private static final char ESCAPE = 0x1b;
  private static final char CSI = 0x9b;

  private PlainText() {}

  /** One line: line breaks and tabs become blanks, everything invisible goes; cut to a length. */
  public static String oneLine(CharSequence raw, int maxChars) {
    return clean(raw, maxChars, false);
  }

  /** The same with line breaks kept, as {@code \n}, and tabs. */
  public static String lines(CharSequence raw, int maxChars) {
    return clean(raw, maxChars, true);
  }

  private static String clean(CharSequence raw, int maxChars, boolean keepLines) {
    if (isPlain(raw, maxChars)) {
      return raw.toString();
    }
    int length = raw.length();
    StringBuilder out = new StringBuilder(Math.min(length, maxChars) + MORE.length());
    int at = 0;
    while (at < length && out.length() <= maxChars) {
      char c = raw.charAt(at);
      int afterEscape = c == ESCAPE || c == CSI ? afterAnsi(raw, at) : at;
      if (afterEscape > at) {
        at = afterEscape;
      } else if (c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
        at += c == '\r' && at + 1 < length && raw.charAt(at + 1) == '\n' ? 2 : 1;
        out.append(keepLines ? '\n' : ' ');
      } else {
        at += appendVisible(raw, at, out, keepLines);
      }
    }
    return cut(out, maxChars);
  }

  /** Nearly every text: short visible ASCII. */
  private static boolean isPlain(CharSequence raw, int maxChars) {
    int length = raw.length();
    boolean isPlain = length <= maxChars;
    for (int at = 0; at < length && isPlain; at++) {
      isPlain = raw.charAt(at) >= 0x20 && raw.charAt(at) < 0x7f;
    }
    return isPlain;
  }

  /** Appends the code point at {@code at} unless it is invisible; returns its length. */
  private static int appendVisible(CharSequence raw, int at, StringBuilder out, boolean keepLines) {
    int point = Character.codePointAt(raw, at);
    if (point == '\t') {
      out.append(keepLines ? '\t' : ' ');
    } else if (!isInvisible(point)) {
      out.appendCodePoint(point);
    }
    return Character.charCount(point);
  }

  /** Controls, format characters (bidi, zero-width, tags), lone surrogates, odd fillers. */
  static boolean isInvisible(int point) {
    if (point < 0x7f) {
      return point < 0x20;
    }
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || point == 0x034f // combining grapheme joiner
        || point == 0x115f
        || point == 0x1160
        || point == 0x3164
        || point == 0xffa0 // Hangul fillers
        || (point >= 0xfe00 && point <= 0xfe0f) // variation selectors
        || (point >= 0xe0000 && point <= 0xe0fff); // tags and more variation selectors
  }

  /** Index after the terminal sequence that begins at {@code at}; at least one further. */
  private static int afterAnsi(CharSequence raw, int at) {
    int length = raw.length();
    int next = at + 1;
    char kind = raw.charAt(at) == CSI ? '[' : next < length ? raw.charAt(next++) : 0;
    if (kind == '[') {
      while (next < length && raw.charAt(next) >= 0x20 && raw.charAt(next) < 0x40) {
        next++;
      }
      boolean ends = next < length && raw.charAt(next) >= 0x40 && raw.charAt(next) < 0x7f;
      return ends ? next + 1 : next;
    }
    if (kind == ']' || kind == 'P' || kind == '^' || kind == '_') {
      return afterControlString(raw, next);
    }
    return kind >= 0x30 && kind < 0x7f ? next : at + 1;
  }

  /** A title or a link ends with BEL or ESC backslash; one that never ends is no sequence. */
  private static int afterControlString(CharSequence raw, int from) {
    for (int at = from; at < raw.length() && raw.charAt(at) != '\n'; at++) {
      if (raw.charAt(at) == 0x07) {
        return at + 1;
      }
      if (raw.charAt(at) == ESCAPE) {
        return at + 1 < raw.length() && raw.charAt(at + 1) == '\\' ? at + 2 : at;
      }
    }
    return from;
  }

  private static String cut(StringBuilder text, int maxChars) {
    if (text.length() <= maxChars) {
      return text.toString();
    }
    int end = Math.max(0, maxChars - MORE.length());
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
    return maxChars < MORE.length() ? text.toString() : text.append(MORE).toString();
  }
}

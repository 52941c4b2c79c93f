package dev.mcpdiag.console;

/**
 * Makes text safe for any terminal and log: printable ASCII, so no escape sequence moves a cursor,
 * and no code page breaks a letter.
 */
final class Ascii {
  private static final int MOST_CHARACTERS = 2_000;

  private Ascii() {}

  /** One line: line breaks become blanks. */
  static String line(String raw) {
    StringBuilder line = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); i++) {
      if (line.length() >= MOST_CHARACTERS) {
        return line.append("...").toString();
      }
      append(line, raw.charAt(i));
    }
    return line.toString();
  }

  private static void append(StringBuilder line, char c) {
    switch (c) {
      case '\n', '\r', '\t', '\u00a0' -> line.append(' ');
      case '\u2018', '\u2019' -> line.append('\'');
      case '\u201c', '\u201d' -> line.append('"');
      case '\u2013', '\u2014' -> line.append('-');
      case '\u2026' -> line.append("...");
      default -> {
        if (c >= ' ' && c < 127) {
          line.append(c);
        } else {
          line.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            line.append(Character.forDigit((c >> shift) & 0xf, 16));
          }
        }
      }
    }
  }
}

package dev.mcpdiag.classify;

import java.util.Locale;

/**
 * What the rules read of a peer's text: its beginning, in lower case. The words that they look for
 * stand there, and a text of megabytes costs the thread that fails no more than a short one.
 */
final class Opening {
  private static final int MAX_CHARS = 2_048;

  private Opening() {}

  static String of(String text) {
    String start = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    return start.toLowerCase(Locale.ROOT);
  }
}

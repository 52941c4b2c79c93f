package dev.mcpdiag.redact;

import java.util.List;

/**
 * Texts that are known beforehand, such as the arguments of a call; also where they are cut off.
 */
final class Literals {
  private static final int KEY_CHARS = 32;

  private final List<String> texts;

  Literals(List<String> texts) {
    this.texts = texts;
  }

  void hideIn(Marks marks) {
    for (String text : texts) {
      String key = text.length() <= KEY_CHARS ? text : text.substring(0, KEY_CHARS);
      int at = key.isEmpty() ? -1 : marks.text.indexOf(key);
      while (at >= 0) {
        int end = endOfMatch(marks, at, text, key.length());
        marks.hide(at, end);
        at = marks.text.indexOf(key, end);
      }
    }
  }

  private static int endOfMatch(Marks marks, int from, String text, int known) {
    int same = known;
    while (same < text.length() && marks.at(from + same) == text.charAt(same)) {
      same++;
    }
    return from + same;
  }
}

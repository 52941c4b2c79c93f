package dev.mcpdiag.redact;

/** A text and which of its characters must not be shown. */
final class Marks {
  private static final String HIDDEN = "[redacted]";

  final String text;
  private final boolean[] hidden;

  Marks(String text) {
    this.text = text;
    this.hidden = new boolean[text.length()];
  }

  int length() {
    return text.length();
  }

  /** The character, or 0 beyond either end. */
  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  /** Hides {@code from} (inclusive) to {@code to} (exclusive); an empty range hides nothing. */
  void hide(int from, int to) {
    for (int i = Math.max(0, from); i < to && i < hidden.length; i++) {
      hidden[i] = true;
    }
  }

  boolean hidesSomething() {
    for (boolean each : hidden) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  /** The text with one word for each hidden stretch. */
  String shown() {
    StringBuilder out = null;
    int from = 0;
    for (int i = 0; i < hidden.length; i++) {
      if (!hidden[i]) {
        continue;
      }
      out = out == null ? new StringBuilder(text.length() + HIDDEN.length()) : out;
      out.append(text, from, i).append(HIDDEN);
      while (i < hidden.length && hidden[i]) {
        i++;
      }
      from = i;
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }
}

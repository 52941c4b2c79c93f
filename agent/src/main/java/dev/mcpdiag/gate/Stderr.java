package dev.mcpdiag.gate;

/** The gate's voice until the engine's console is there: one ASCII line on stderr. */
final class Stderr {
  private Stderr() {}

  static void line(String text) {
    StringBuilder ascii = new StringBuilder("[mcpdiag] ");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ascii.append(c >= ' ' && c < 127 ? c : '?');
    }
    System.err.println(ascii);
  }
}

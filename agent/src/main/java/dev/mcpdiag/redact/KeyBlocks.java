package dev.mcpdiag.redact;

/** Keys and certificates as text blocks (PEM), also where their line breaks were lost. */
final class KeyBlocks {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private KeyBlocks() {}

  /** A block that is cut off hides the rest of the text. */
  static void hideIn(Marks marks) {
    int begin = marks.text.indexOf(BEGIN);
    while (begin >= 0) {
      int end = marks.text.indexOf(END, begin);
      int dashes = end < 0 ? -1 : marks.text.indexOf(DASHES, end + END.length());
      int after = dashes < 0 ? marks.length() : dashes + DASHES.length();
      marks.hide(begin, after);
      begin = marks.text.indexOf(BEGIN, after);
    }
  }
}

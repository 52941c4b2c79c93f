package dev.mcpdiag.redact;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of the user. A regular expression may backtrack for ever, so it reads the text through a
 * counter; over the budget the whole text is given up.
 */
final class UserPatterns {
  private static final int READS_PER_CHARACTER = 100;
  private static final int READS_AT_LEAST = 10_000;

  private final List<Pattern> patterns;

  UserPatterns(Collection<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  void hideIn(Marks marks) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(new CountedText(marks.text));
      while (matcher.find()) {
        marks.hide(matcher.start(), matcher.end());
      }
    }
  }

  /** Throws when it was read too often. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private int readsLeft;

    CountedText(String text) {
      this.text = text;
      this.readsLeft = READS_AT_LEAST + READS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
      if (--readsLeft < 0) {
        throw new IllegalStateException("pattern over its budget");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}

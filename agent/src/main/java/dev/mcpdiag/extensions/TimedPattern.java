package dev.mcpdiag.extensions;

import java.util.regex.Pattern;

/**
 * A regular expression with a limit: it may backtrack for ever, so it reads the text through a
 * clock.
 */
final class TimedPattern {
  static final int LIMIT_MILLIS = 10;

  private static final long LIMIT_NANOS = LIMIT_MILLIS * 1_000_000L;

  private final Pattern pattern;

  TimedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The pattern had its time, or too deep a recursion. */
  static final class OverLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverLimit() {
      super("a regular expression over its limit", null, false, false);
    }
  }

  /** Whether it is found in the text; throws {@link OverLimit}. */
  boolean isIn(String text) {
    try {
      return pattern.matcher(new TimedText(text, System.nanoTime() + LIMIT_NANOS)).find();
    } catch (StackOverflowError e) {
      throw new OverLimit();
    }
  }

  private static final class TimedText implements CharSequence {
    private static final int READS_BETWEEN_LOOKS = 1024;

    private final String text;
    private final long endNanos;
    private int reads;

    TimedText(String text, long endNanos) {
      this.text = text;
      this.endNanos = endNanos;
    }

    @Override
    public char charAt(int index) {
      if (++reads % READS_BETWEEN_LOOKS == 0 && System.nanoTime() - endNanos > 0) {
        throw new OverLimit();
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

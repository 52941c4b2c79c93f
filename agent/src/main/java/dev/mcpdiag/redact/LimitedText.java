package dev.mcpdiag.redact;

/**
 * A text that a regular expression may read so often, or so long, and no more: one that backtracks
 * would do so for ever. For one thread and one search.
 */
public final class LimitedText implements CharSequence {
  private static final int READS_PER_CHARACTER = 100;
  private static final int READS_AT_LEAST = 10_000;
  private static final int READS_BETWEEN_LOOKS = 1024;
  private static final long NEVER = Long.MAX_VALUE;

  private final String text;
  private final long startNanos;
  private final long limitNanos;
  private long readsLeft;

  private LimitedText(String text, long reads, long limitNanos) {
    this.text = text;
    this.readsLeft = reads;
    this.limitNanos = limitNanos;
    this.startNanos = limitNanos == NEVER ? 0 : System.nanoTime();
  }

  /** For as many reads as a sound expression needs, on any machine. */
  static LimitedText byReads(String text) {
    return new LimitedText(
        text, READS_AT_LEAST + (long) READS_PER_CHARACTER * text.length(), NEVER);
  }

  /** For so many milliseconds from now on. */
  public static LimitedText byMillis(String text, int millis) {
    return new LimitedText(text, NEVER, millis * 1_000_000L);
  }

  /** The expression had its share, or too deep a recursion. */
  public static final class OverLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: nobody reads it. */
    public OverLimit() {
      super("a regular expression over its limit", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (--readsLeft < 0 || (readsLeft % READS_BETWEEN_LOOKS == 0 && isLate())) {
      throw new OverLimit();
    }
    return text.charAt(index);
  }

  private boolean isLate() {
    return limitNanos != NEVER && System.nanoTime() - startNanos > limitNanos;
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

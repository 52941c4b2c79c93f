package dev.mcpdiag.extensions;

import dev.mcpdiag.redact.LimitedText;
import java.util.regex.Pattern;

/** A regular expression with a limit of time. */
final class TimedPattern {
  static final int LIMIT_MILLIS = 10;

  private final Pattern pattern;

  TimedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Whether it is found in the text; throws {@link LimitedText.OverLimit}. */
  boolean isIn(String text) {
    try {
      return pattern.matcher(LimitedText.byMillis(text, LIMIT_MILLIS)).find();
    } catch (StackOverflowError e) {
      throw new LimitedText.OverLimit();
    }
  }
}

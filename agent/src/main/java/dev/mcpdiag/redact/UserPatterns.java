package dev.mcpdiag.redact;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of the user. Over the limit of one the whole text is given up. */
final class UserPatterns {
  private final List<Pattern> patterns;

  UserPatterns(Collection<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  void hideIn(Marks marks) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(LimitedText.byReads(marks.text));
      while (matcher.find()) {
        marks.hide(matcher.start(), matcher.end());
      }
    }
  }
}

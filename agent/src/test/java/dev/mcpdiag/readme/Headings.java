package dev.mcpdiag.readme;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Anchors of the headings of a Markdown text, as GitHub makes them. */
final class Headings {
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N} _-]");

  private Headings() {}

  static Set<String> anchors(String markdown) {
    Set<String> anchors = new HashSet<>();
    Matcher heading = HEADING.matcher(withoutCode(markdown));
    while (heading.find()) {
      String anchor = anchor(heading.group(1));
      String unique = anchor;
      for (int n = 1; !anchors.add(unique); n++) {
        unique = anchor + '-' + n;
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    String plain = LINK.matcher(heading.strip()).replaceAll("$1").toLowerCase(Locale.ROOT);
    return DROPPED.matcher(plain).replaceAll("").replace(' ', '-');
  }

  /** Without fenced blocks: what looks like a heading or a link there is an example. */
  static String withoutCode(String markdown) {
    StringBuilder kept = new StringBuilder(markdown.length());
    boolean isCode = false;
    for (String line : markdown.split("\n", -1)) {
      boolean isFence = line.strip().startsWith("```");
      isCode ^= isFence;
      if (!isCode && !isFence) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}

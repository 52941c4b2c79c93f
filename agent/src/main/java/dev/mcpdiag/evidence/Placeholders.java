package dev.mcpdiag.evidence;

import java.net.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds variables that nobody filled in: {@code ${NAME}} and {@code {{NAME}}}. */
public final class Placeholders {
  private static final int MAX_NAME = 80;

  private Placeholders() {}

  /** Whether any header of a request holds one. */
  public static boolean areIn(HttpHeaders headers) {
    for (List<String> values : headers.map().values()) {
      for (String value : values) {
        if (isIn(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether this text holds one. Linear in its length. */
  public static boolean isIn(@Nullable String text) {
    for (int at = text == null ? -1 : text.indexOf('{'); text != null && at >= 0; ) {
      boolean isDollar = at > 0 && text.charAt(at - 1) == '$';
      boolean isDouble = at + 1 < text.length() && text.charAt(at + 1) == '{';
      if (isDollar && isName(text, at + 1, "}")) {
        return true;
      }
      if (isDouble && isName(text, at + 2, "}}")) {
        return true;
      }
      at = text.indexOf('{', at + 1);
    }
    return false;
  }

  private static boolean isName(String text, int start, String end) {
    int from = start;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int to = from;
    while (to < text.length() && to - from < MAX_NAME && isNameChar(text.charAt(to))) {
      to++;
    }
    boolean isNamed = to > from && !Character.isDigit(text.charAt(from));
    while (to < text.length() && text.charAt(to) == ' ') {
      to++;
    }
    return isNamed && text.startsWith(end, to);
  }

  /** Also {@code ${env:NAME}}, {@code ${input:name}}, {@code ${NAME:-default}}. */
  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == ':';
  }
}

package dev.mcpdiag.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads WWW-Authenticate (RFC 9110, section 11.6.1; RFC 6750, section 3): scheme, error and scope
 * only. The description is the peer's free text and is never kept.
 */
final class ChallengeHeader {
  private static final int MAX_CHARS = 200;

  private ChallengeHeader() {}

  /** {@code Bearer error=insufficient_scope scope=a b}; the scopes stand last. */
  static String facts(String header) {
    int end = header.indexOf(' ');
    StringBuilder facts = new StringBuilder(safe(end < 0 ? header : header.substring(0, end)));
    String error = parameter(header, "error");
    if (error != null) {
      facts.append(" error=").append(safe(error));
    }
    String scope = parameter(header, "scope");
    if (scope != null) {
      facts.append(" scope=").append(safe(scope));
    }
    return facts.substring(0, Math.min(facts.length(), MAX_CHARS));
  }

  private static @Nullable String parameter(String header, String name) {
    String lower = header.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(name + '='); at >= 0; at = lower.indexOf(name + '=', at + 1)) {
      boolean isWhole = at == 0 || " ,\t".indexOf(lower.charAt(at - 1)) >= 0;
      if (isWhole) {
        return value(header, at + name.length() + 1);
      }
    }
    return null;
  }

  private static String value(String header, int start) {
    boolean isQuoted = start < header.length() && header.charAt(start) == '"';
    int from = isQuoted ? start + 1 : start;
    int to = from;
    while (to < header.length()
        && (isQuoted ? header.charAt(to) != '"' : !isEnd(header.charAt(to)))) {
      to++;
    }
    return header.substring(from, to);
  }

  private static boolean isEnd(char c) {
    return c == ',' || c == ' ';
  }

  /** Characters of tokens and scopes only (RFC 6749, section 3.3). */
  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? c : '_');
    }
    return safe.toString();
  }
}

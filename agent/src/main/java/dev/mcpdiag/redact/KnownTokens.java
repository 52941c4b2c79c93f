package dev.mcpdiag.redact;

import java.util.Locale;
import java.util.Set;

/** Secrets that show by their first letters what they are. */
final class KnownTokens {
  /** A prefix and how many characters must follow before it counts. */
  private record Kind(String prefix, int minAfter, boolean startsWord) {}

  private static final Kind[] KINDS = {
    new Kind("eyJ", 12, false),
    new Kind("ghp_", 10, false),
    new Kind("gho_", 10, false),
    new Kind("ghs_", 10, false),
    new Kind("ghu_", 10, false),
    new Kind("ghr_", 10, false),
    new Kind("github_pat_", 10, false),
    new Kind("glpat-", 10, false),
    new Kind("sk-", 16, true),
    new Kind("sk_live_", 8, false),
    new Kind("sk_test_", 8, false),
    new Kind("rk_live_", 8, false),
    new Kind("whsec_", 10, false),
    new Kind("xoxa-", 8, false),
    new Kind("xoxb-", 8, false),
    new Kind("xoxe-", 8, false),
    new Kind("xoxp-", 8, false),
    new Kind("xoxr-", 8, false),
    new Kind("xoxs-", 8, false),
    new Kind("xapp-", 8, true),
    new Kind("AKIA", 12, false),
    new Kind("ASIA", 12, false),
    new Kind("AIza", 20, false),
    new Kind("ya29.", 10, true),
    new Kind("npm_", 20, true),
    new Kind("hf_", 20, true),
    new Kind("pypi-", 20, true),
  };

  /** What follows "Bearer" in a sentence about tokens and is none. */
  private static final Set<String> PROSE =
      Set.of(
          "token",
          "tokens",
          "auth",
          "authentication",
          "authorization",
          "realm",
          "error",
          "scheme",
          "is",
          "was",
          "not",
          "required",
          "missing",
          "challenge",
          "header",
          "credentials",
          "access",
          "scope",
          "resource_metadata",
          "error_description",
          "and",
          "or",
          "in",
          "with",
          "from",
          "for",
          "only",
          "must",
          "expired",
          "invalid",
          "format",
          "prefix",
          "methods");

  private static final int BEARER = "bearer".length();
  private static final int MIN_BEARER = 4;

  /**
   * Which ASCII characters any of them begins with: most of a text is passed over with one look.
   */
  private static final boolean[] BEGINS = begins();

  private KnownTokens() {}

  private static boolean[] begins() {
    boolean[] begins = new boolean[128];
    for (Kind kind : KINDS) {
      begins[kind.prefix.charAt(0)] = true;
    }
    for (char c : "bBdDnN".toCharArray()) {
      begins[c] = true;
    }
    return begins;
  }

  static void hideIn(Marks marks) {
    int at = 0;
    while (at < marks.length()) {
      if (marks.at(at) >= BEGINS.length || !BEGINS[marks.at(at)]) {
        at++;
        continue;
      }
      int end = endOfTokenAt(marks, at);
      if (end > at) {
        marks.hide(at, end);
        at = end;
      } else {
        hideCredentials(marks, at);
        at++;
      }
    }
  }

  private static int endOfTokenAt(Marks marks, int at) {
    char c = marks.at(at);
    for (Kind kind : KINDS) {
      if (kind.prefix.charAt(0) == c && marks.text.startsWith(kind.prefix, at)) {
        int end = at + kind.prefix.length();
        while (Chars.isTokenChar(marks.at(end))) {
          end++;
        }
        boolean isLong = end - at - kind.prefix.length() >= kind.minAfter;
        if (isLong && (!kind.startsWord || startsWord(marks, at))) {
          return end;
        }
      }
    }
    return at;
  }

  /** True after anything but a letter or digit, and after an escape such as %20 or a written \n. */
  private static boolean startsWord(Marks marks, int at) {
    char before = marks.at(at - 1);
    return !Chars.isAlphanumeric(before)
        || marks.at(at - 3) == '%'
        || (marks.at(at - 2) == '\\' && Chars.isLower(before));
  }

  /** {@code Bearer x}, {@code Basic x}, {@code DPoP x}: hides the x. */
  private static void hideCredentials(Marks marks, int at) {
    int scheme = schemeAt(marks, at);
    if (scheme == 0 || !startsWord(marks, at)) {
      return;
    }
    int from = at + scheme;
    boolean isEncoded = marks.text.startsWith("%20", from);
    int value = isEncoded ? from + 3 : from;
    while (Chars.isSpace(marks.at(value)) || marks.at(value) == '+') {
      value++;
    }
    if (value == from) {
      return;
    }
    int end = value;
    while (end < marks.length()
        && !Chars.isSpace(marks.at(end))
        && !Chars.isQuote(marks.at(end))
        && marks.at(end) != ',') {
      end++;
    }
    if (isCredential(marks.text.substring(value, end), scheme == BEARER)) {
      marks.hide(value, end);
    }
  }

  private static int schemeAt(Marks marks, int at) {
    return switch (marks.at(at)) {
      case 'b', 'B' ->
          marks.text.regionMatches(true, at, "bearer", 0, 6)
              ? 6
              : marks.text.regionMatches(true, at, "basic", 0, 5) ? 5 : 0;
      case 'd', 'D' -> marks.text.regionMatches(true, at, "dpop", 0, 4) ? 4 : 0;
      case 'n', 'N' -> marks.text.regionMatches(true, at, "negotiate", 0, 9) ? 9 : 0;
      default -> 0;
    };
  }

  private static boolean isCredential(String word, boolean isBearer) {
    int name = 0;
    while (name < word.length()
        && (Chars.isLetter(word.charAt(name)) || word.charAt(name) == '_')) {
      name++;
    }
    if (PROSE.contains(word.substring(0, name).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return isBearer ? word.length() >= MIN_BEARER : looksEncoded(word);
  }

  private static boolean looksEncoded(String word) {
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Chars.isUpper(c) || Chars.isDigit(c) || c == '=' || c == '+') {
        return true;
      }
    }
    return false;
  }
}

package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept of a {@code WWW-Authenticate} header (RFC 9110, 11.6.1; RFC 6750, 3). Never the
 * description, an attacker may have written it: only which word of a fixed list it is about.
 *
 * @param scheme {@code Bearer}, "" if none was readable
 * @param error {@code insufficient_scope}, null if none
 * @param scope the scopes that are wanted, separated by blanks, null if none
 * @param about expired, revoked, audience and the like, null if the description says none of them
 */
public record Challenge(
    String scheme, @Nullable String error, @Nullable String scope, @Nullable String about) {
  /** Words of Spring Security, Keycloak, Entra ID and others about a token, and what they mean. */
  private static final String[][] ABOUT = {
    {"expire", "expired"},
    {"revoked", "revoked"},
    {"audience", "audience"},
    {"aud claim", "audience"},
    {"not yet valid", "not_yet_valid"},
    {"before", "not_yet_valid"},
    {"active", "inactive"},
    {"issuer", "issuer"},
    {"iss claim", "issuer"},
    {"signature", "signature"},
    {"malformed", "malformed"},
  };

  private static final int MAX_DESCRIPTION_CHARS = 300;
  private static final int MAX_SCHEME_CHARS = 20;
  private static final int MAX_ERROR_CHARS = 64;
  private static final int MAX_SCOPE_CHARS = 200;

  /** Reads the first scheme, and the first error and scope; never throws. */
  public static Challenge parse(String header) {
    int end = 0;
    while (end < header.length() && isToken(header.charAt(end))) {
      end++;
    }
    boolean isParameter = end < header.length() && header.charAt(end) == '=';
    String scheme =
        isParameter ? "" : PlainText.oneLine(header.substring(0, end), MAX_SCHEME_CHARS);
    return new Challenge(
        scheme,
        word(parameter(header, "error", MAX_ERROR_CHARS)),
        scopes(parameter(header, "scope", MAX_SCOPE_CHARS)),
        about(parameter(header, "error_description", MAX_DESCRIPTION_CHARS)));
  }

  /** Error codes are words such as {@code invalid_token}; anything else is prose, or worse. */
  private static @Nullable String word(@Nullable String error) {
    boolean isWord = error != null;
    for (int at = 0; error != null && isWord && at < error.length(); at++) {
      char c = error.charAt(at);
      isWord = Chars.isLower(c) || Chars.isDigit(c) || c == '_' || c == '-';
    }
    return isWord ? error : null;
  }

  /** A scope is a public name; one that looks like a secret is not shown. */
  private static @Nullable String scopes(@Nullable String list) {
    if (list == null) {
      return null;
    }
    Marks marks = new Marks(list);
    Urls.hideIn(marks);
    KnownTokens.hideIn(marks);
    RandomText.hideIn(marks);
    PersonalData.hideIn(marks);
    for (int at = list.indexOf('='); at >= 0; at = list.indexOf('=', at + 1)) {
      int end = list.indexOf(' ', at);
      marks.hide(at + 1, end < 0 ? list.length() : end);
    }
    return marks.shown();
  }

  private static @Nullable String about(@Nullable String description) {
    if (description != null) {
      String lower = description.toLowerCase(Locale.ROOT);
      for (String[] row : ABOUT) {
        if (lower.contains(row[0])) {
          return row[1];
        }
      }
    }
    return null;
  }

  /**
   * As evidence shows it: {@code Bearer error=invalid_token about=expired scope=a b}; the scopes
   * stand last, for they have blanks.
   */
  public String summary() {
    return scheme
        + (error == null ? "" : " error=" + error)
        + (about == null ? "" : " about=" + about)
        + (scope == null ? "" : " scope=" + scope);
  }

  /** The challenge in the header's own form: scheme, error and scope, nothing else. */
  public String text() {
    StringBuilder text = new StringBuilder(scheme);
    append(text, "error", error);
    append(text, "scope", scope);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(text.indexOf("=") < 0 ? " " : ", ").append(name).append("=\"");
      text.append(value).append('"');
    }
  }

  /** Value of {@code name="v"} or {@code name=v}; names inside quoted values do not count. */
  private static @Nullable String parameter(String header, String name, int maxChars) {
    int at = 0;
    while (at < header.length()) {
      char c = header.charAt(at);
      if (c == '"') {
        at = endOfQuoted(header, at) + 1;
      } else if (isToken(c)) {
        int end = endOfToken(header, at);
        boolean isValueNext = end < header.length() && header.charAt(end) == '=';
        if (isValueNext
            && end - at == name.length()
            && header.regionMatches(true, at, name, 0, end - at)) {
          return value(header, end + 1, maxChars);
        }
        at = end;
      } else {
        at++;
      }
    }
    return null;
  }

  private static String value(String header, int from, int maxChars) {
    boolean isQuoted = from < header.length() && header.charAt(from) == '"';
    int start = isQuoted ? from + 1 : from;
    int end = isQuoted ? endOfQuoted(header, from) : endOfToken(header, from);
    StringBuilder value = new StringBuilder();
    for (int at = start; at < end && value.length() < maxChars; at++) {
      char c = header.charAt(at);
      // RFC 6749, appendix A.4 and A.7: visible ASCII but quote and backslash
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** Index of the closing quote, or the length. */
  private static int endOfQuoted(String header, int open) {
    int at = open + 1;
    while (at < header.length() && header.charAt(at) != '"') {
      at += header.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, header.length());
  }

  private static int endOfToken(String header, int from) {
    int end = from;
    while (end < header.length() && isToken(header.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isToken(char c) {
    return Chars.isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }
}

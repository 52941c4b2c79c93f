package dev.mcpdiag.redact;

/** Classes of ASCII characters; everything else belongs to none. */
final class Chars {
  private Chars() {}

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return isUpper(c) || isLower(c);
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xa0;
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** What tokens are made of: base64, base64url and the separators of JWT and the like. */
  static boolean isTokenChar(char c) {
    return isAlphanumeric(c)
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '+'
        || c == '/'
        || c == '='
        || c == '~'
        || c == '%';
  }

  /** What names of settings, headers and fields are made of. */
  static boolean isNameChar(char c) {
    return isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }
}

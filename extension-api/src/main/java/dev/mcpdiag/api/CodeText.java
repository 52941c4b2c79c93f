package dev.mcpdiag.api;

/** How a code is written: {@code [A-Z][A-Z0-9]*(_[A-Z0-9]+)+}, as google.rpc.ErrorInfo's reason. */
final class CodeText {
  private static final int MAX_LENGTH = 63;

  private CodeText() {}

  static String checked(String code) {
    if (!isWellFormed(code)) {
      throw new IllegalArgumentException(
          "\""
              + (code.length() > MAX_LENGTH ? code.substring(0, MAX_LENGTH) + "..." : code)
              + "\" is not a code (Diagnosis.of): use two or more words of A-Z and 0-9 joined by _,"
              + " the first letter A-Z, at most "
              + MAX_LENGTH
              + " characters, for example ACME_QUOTA");
    }
    return code;
  }

  // By hand, because a regular expression would cost the start of every JVM with the agent.
  static boolean isWellFormed(String code) {
    int length = code.length();
    if (length == 0 || length > MAX_LENGTH || !isUpper(code.charAt(0))) {
      return false;
    }
    boolean isJoined = false;
    for (int i = 1; i < length; i++) {
      char c = code.charAt(i);
      if (c == '_') {
        boolean isWordAfter = i + 1 < length && code.charAt(i + 1) != '_';
        if (!isWordAfter) {
          return false;
        }
        isJoined = true;
      } else if (!isUpper(c) && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return isJoined;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}

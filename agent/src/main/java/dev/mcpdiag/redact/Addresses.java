package dev.mcpdiag.redact;

/** The harmless part of addresses and command lines. */
final class Addresses {
  private Addresses() {}

  /** Without query, fragment and user. Text based, since a resource's URI may break every rule. */
  static String place(String uri) {
    int end = firstOf(uri, '?', '#');
    String place = uri.substring(0, end);
    int authority = place.indexOf("://");
    if (authority < 0) {
      int sign = place.lastIndexOf('@');
      int scheme = place.indexOf(':');
      // mailto:a@b, user:password@host
      return sign < 0 ? place : place.substring(0, scheme + 1) + place.substring(sign + 1);
    }
    int host = authority + 3;
    int slash = place.indexOf('/', host);
    int sign = place.lastIndexOf('@', slash < 0 ? place.length() : slash);
    return sign < host ? place : place.substring(0, host) + place.substring(sign + 1);
  }

  private static int firstOf(String text, char one, char other) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != one && text.charAt(at) != other) {
      at++;
    }
    return at;
  }

  /** {@code C:\Program Files\node.exe --token x} is {@code node.exe}. */
  static String baseName(String command) {
    String program = command.strip();
    int options = program.indexOf(" -");
    program = options < 0 ? program : program.substring(0, options);
    boolean isPath = program.startsWith("/") || program.indexOf('\\') >= 0;
    program = isPath ? program : firstWord(program);
    int separator = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
    return firstWord(program.substring(separator + 1));
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }
}

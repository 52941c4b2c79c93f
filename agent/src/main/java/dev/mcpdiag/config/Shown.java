package dev.mcpdiag.config;

/** Makes text of a setting fit to stand in a problem: short, printable ASCII, on one line. */
final class Shown {
  private static final int MOST_CHARACTERS = 60;

  private Shown() {}

  static String text(String raw) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < raw.length() && i < MOST_CHARACTERS; i++) {
      char c = raw.charAt(i);
      shown.append(c >= ' ' && c < 127 ? c : '?');
    }
    return raw.length() > MOST_CHARACTERS ? shown.append("...").toString() : shown.toString();
  }

  /** An address without user, password and query, which may hold secrets. */
  static String address(String raw) {
    int end = raw.indexOf('?');
    String address = end < 0 ? raw : raw.substring(0, end);
    int scheme = address.indexOf("://");
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return text(address);
    }
    return text((scheme < 0 ? "" : address.substring(0, scheme + 3)) + address.substring(at + 1));
  }
}

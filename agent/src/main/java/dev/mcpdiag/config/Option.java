package dev.mcpdiag.config;

/**
 * One row of the option table.
 *
 * @param key full key: {@code mcpdiag.console}
 * @param defaultText as a user would write it; empty for none
 * @param meaning one clause in the words of the README, Markdown
 * @param isServed false for a key that is not read yet (reference/options.md#not-in-this-version)
 */
record Option<T>(String key, String defaultText, Shape<T> shape, String meaning, boolean isServed) {
  static final String PREFIX = "mcpdiag.";

  static <T> Option<T> served(String name, String defaultText, Shape<T> shape, String meaning) {
    return new Option<>(PREFIX + name, defaultText, shape, meaning, true);
  }

  static <T> Option<T> later(String name, String defaultText, Shape<T> shape, String meaning) {
    return new Option<>(PREFIX + name, defaultText, shape, meaning, false);
  }

  /** The environment variable of a key: {@code MCPDIAG_TRACE_URL} of {@code mcpdiag.trace-url}. */
  static String environmentName(String key) {
    StringBuilder name = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(c == '.' || c == '-' ? '_' : Character.toUpperCase(c));
    }
    return name.toString();
  }

  T defaultValue() {
    try {
      return shape.read(defaultText);
    } catch (BadValue e) {
      throw new IllegalStateException("the default of " + key + " " + e.what(), e);
    }
  }
}

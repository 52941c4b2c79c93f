package dev.mcpdiag.config;

/** The text of a setting cannot be used. Becomes a problem; never leaves this package. */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String fix;

  /**
   * @param what clause that follows the setting's name: {@code is not true or false}
   * @param fix what to write instead, one clause
   */
  BadValue(String what, String fix) {
    super(what, null, false, false);
    this.what = what;
    this.fix = fix;
  }

  String what() {
    return what;
  }

  String fix() {
    return fix;
  }
}

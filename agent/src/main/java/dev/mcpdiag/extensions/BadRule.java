package dev.mcpdiag.extensions;

/** A place in the rules file that cannot be used. Becomes a problem; never leaves this package. */
final class BadRule extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String fix;

  /**
   * @param what one clause: {@code unknown key "tols"}
   * @param fix what to write instead, one clause
   */
  BadRule(RuleValue at, String what, String fix) {
    this(at.line(), at.column(), what, fix);
  }

  BadRule(int line, int column, String what, String fix) {
    super(what, null, false, false);
    this.line = line;
    this.column = column;
    this.fix = fix;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String place() {
    return "line " + line + ", column " + column;
  }

  String fix() {
    return fix;
  }
}

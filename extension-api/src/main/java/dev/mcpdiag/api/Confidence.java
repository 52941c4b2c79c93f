package dev.mcpdiag.api;

import java.util.Locale;

/** How well the evidence proves the code. */
public enum Confidence {
  /**
   * A fact of this very call proves it: a status, an exception's class, an exit code. Not for a
   * likely guess. Act on it.
   */
  HIGH,
  /**
   * The facts fit, and another cause would fit less well. Not for a fact of another call alone. Act
   * on it, and read the evidence when that does not help.
   */
  MEDIUM,
  /**
   * The best guess there is: a text that was matched, a fact of the connection, nothing better. Not
   * a reason to change settings. Read the evidence first.
   */
  LOW;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON, for example {@code high}. */
  public String text() {
    return text;
  }
}

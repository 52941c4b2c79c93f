package dev.mcpdiag.api;

import java.util.Locale;

/** How much attention a failure deserves. */
public enum Severity {
  /**
   * Meant to happen: a person declined, a caller cancelled. Not for anything that somebody must
   * mend. Count it, wake nobody. OpenTelemetry severity number 9.
   */
  INFO,
  /**
   * The call failed and the caller can help itself: a bad argument, a rate limit. Not for a server
   * that nobody can use. Look at it when it piles up. OpenTelemetry severity number 13.
   */
  WARNING,
  /**
   * The call failed and somebody has to mend something. Not for what heals by itself at once. Look
   * at it. OpenTelemetry severity number 17.
   */
  ERROR;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON, for example {@code warning}. */
  public String text() {
    return text;
  }
}

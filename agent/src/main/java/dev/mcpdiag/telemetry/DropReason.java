package dev.mcpdiag.telemetry;

import java.util.Locale;

/** Why something will never be delivered (attribute {@code mcpdiag.dropped.reason}). */
public enum DropReason {
  /** More waits for the collector than memory should hold. */
  QUEUE_FULL,
  /** The collector took the request but not this part of it. */
  REJECTED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The attribute's value. */
  public String text() {
    return text;
  }
}

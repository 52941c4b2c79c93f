package dev.mcpdiag.failure;

import java.util.Locale;

/** How a connection to a server stands (attribute {@code mcpdiag.state}). */
public enum ConnectionState {
  /** Initialized, and the last that was heard of it is good. */
  CONNECTED,
  /** On its way, or trying again by itself. */
  CONNECTING,
  /** Closed or ended; nobody is trying. */
  DISCONNECTED,
  /** The last attempt failed and not for want of credentials; see the failure's code. */
  ERROR,
  /** A person or a token has to come first. */
  AUTH_REQUIRED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The attribute's value. */
  public String text() {
    return text;
  }
}

package dev.mcpdiag.api;

import java.util.Locale;

/** Which end of the MCP connection this JVM is. */
public enum Side {
  /**
   * This JVM connected to an MCP server. It does not say who sent the request: a server may ask its
   * client too. Look for the cause at this JVM, on the way, or at the server.
   */
  CLIENT,
  /**
   * This JVM is the MCP server. It does not say that the server is to blame. Look for the cause in
   * the handler, in what it depends on, or at the client.
   */
  SERVER;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON: {@code client} or {@code server}. */
  public String text() {
    return text;
  }
}

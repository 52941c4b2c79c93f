package dev.mcpdiag.failure;

import java.util.Locale;

/** Who is to blame for a failure (attribute {@code mcpdiag.origin}). */
public enum Origin {
  /** This JVM or this machine, before anything left it. */
  LOCAL,
  /** The way to the peer: names, routes, sockets, TLS. */
  NETWORK,
  /** Something between us and the peer answered or cut the connection. */
  PROXY,
  /** The MCP peer itself. */
  PEER,
  /** The authorization server. */
  AUTH_SERVER,
  /** The tool, or a system behind it; not the MCP machinery. */
  TOOL,
  /** A person decided so. */
  USER,
  /** No evidence says who. */
  UNKNOWN;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The attribute's value. */
  public String text() {
    return text;
  }
}

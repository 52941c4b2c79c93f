package dev.mcpdiag.lab;

import java.util.Locale;

/** How a server is reached. */
enum ServerWire {
  STDIO,
  SSE,
  STREAMABLE,
  STATELESS;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Streamable HTTP and stateless servers came with 0.11. */
  boolean isIn(String version) {
    return this == STDIO || this == SSE || !version.startsWith("0.10.");
  }
}

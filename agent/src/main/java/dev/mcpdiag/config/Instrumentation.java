package dev.mcpdiag.config;

/** A part that can be switched off ({@code mcpdiag.instrumentation.<name>.enabled}). */
public enum Instrumentation {
  /** Requests that this JVM sends as an MCP client. */
  CLIENT,

  /** Requests that this JVM answers as an MCP server. */
  SERVER,

  /** Facts of the HTTP transports; without them causes are vaguer. */
  HTTP,

  /** Facts of the stdio transports; without them causes are vaguer. */
  STDIO
}

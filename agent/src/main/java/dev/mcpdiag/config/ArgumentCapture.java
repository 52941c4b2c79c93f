package dev.mcpdiag.config;

/** What is kept of a tool call's arguments ({@code mcpdiag.capture.arguments}). */
public enum ArgumentCapture {
  /** Nothing, not even names. */
  OFF,

  /** The names only. The default. */
  NAMES
}

package dev.mcpdiag.config;

/** What a failure prints on stderr ({@code mcpdiag.console}). */
public enum ConsoleMode {
  /** A framed text of several lines, for people who watch. */
  BLOCK,

  /** One line, for logs. The default. */
  LINE,

  /** Nothing; spans and events go out all the same. */
  OFF
}

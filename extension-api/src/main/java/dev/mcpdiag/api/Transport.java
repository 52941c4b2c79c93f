package dev.mcpdiag.api;

import java.util.Locale;

/** How the messages of a connection travel. */
public enum Transport {
  /**
   * Pipes to a child process. Not for sockets on the same machine. Look at the process: its exit
   * code, its output, its command.
   */
  STDIO,
  /**
   * HTTP with server-sent events, the transport of protocol version 2024-11-05. Not for the event
   * streams inside {@link #STREAMABLE_HTTP}. Look at the stream and at the message endpoint.
   */
  SSE,
  /**
   * One HTTP endpoint for everything, since protocol version 2025-03-26. Not for two endpoints:
   * that is {@link #SSE}. Look at the status and the headers of the one request.
   */
  STREAMABLE_HTTP,
  /**
   * A transport that mcpdiag does not know, for example one of your own. Never a guess for one of
   * the others. Rely on the throwable and on the peer's error only.
   */
  OTHER;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in JSON, for example {@code streamable_http}. */
  public String text() {
    return text;
  }
}

package dev.mcpdiag.api;

import java.util.Locale;

/** Where in the life of a connection the failure happened. */
public enum Phase {
  /**
   * The settings were read and found wrong. Not for a right address of a dead server: that is
   * {@link #CONNECT}. Correct the setting.
   */
  CONFIG,
  /**
   * Before {@code initialize} was sent: name, socket, TLS, child process. The call never left, so
   * it may be made again. Not for a connection that broke later: that is the phase of its call.
   */
  CONNECT,
  /**
   * Discovery, sign-in or token request at the authorization server. Not for a token that the MCP
   * server refused: that is the phase of its call. Look at the authorization server.
   */
  OAUTH,
  /**
   * The {@code initialize} handshake. Not for anything after it. Compare protocol versions and
   * capabilities of both sides.
   */
  INIT,
  /**
   * A list of tools, prompts, resources or templates was asked for. Not for using one of them. Look
   * at the server's capabilities and at the cursor.
   */
  LIST,
  /**
   * The sender's view of a tool call or of a request for completion, sampling, elicitation or
   * roots. Not for the receiver's code: that is {@link #HANDLER}. Look at the tool and its
   * arguments.
   */
  CALL,
  /**
   * A resource was read, subscribed to or unsubscribed from. Not for listing resources: that is
   * {@link #LIST}. Look at the resource's URI.
   */
  READ,
  /**
   * A prompt was fetched. Not for listing prompts: that is {@link #LIST}. Look at the prompt's
   * arguments.
   */
  PROMPT,
  /**
   * A long-lived stream ended or broke while no call waited for it. Not for the answer of a call
   * that arrives as a stream. Look at proxies, idle time-outs and restarts.
   */
  STREAM,
  /**
   * A task of the protocol was polled, cancelled or fetched. Not for the call that made the task.
   * Look at the task's state.
   */
  TASK,
  /**
   * The receiver's own code ran and failed. Not for a request that never reached it. Read the
   * exception of the handler.
   */
  HANDLER,
  /**
   * The connection was being closed. Not for a peer that went away by itself: that is {@link
   * #STREAM}. Mostly harmless: finish calls before closing.
   */
  SHUTDOWN;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON, for example {@code connect}. */
  public String text() {
    return text;
  }
}

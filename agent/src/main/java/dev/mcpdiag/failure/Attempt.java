package dev.mcpdiag.failure;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tried: the call as both spans and events describe it. Null where it does not apply.
 *
 * @param method JSON-RPC method, "" when no call was made
 * @param tool of tools/call
 * @param prompt of prompts/get
 * @param resource of resources/*: scheme, host and path, no query
 * @param argumentNames names only, never values
 * @param requestId JSON-RPC id as text
 * @param sessionHash first 16 hex digits of the SHA-256 of the MCP session id
 * @param timeout the timer that was set for the call
 * @param who for whom, null where nobody said so or nothing may be exported
 * @param errorType value of {@code error.type} by the OpenTelemetry MCP conventions
 */
public record Attempt(
    Side side,
    Phase phase,
    Peer peer,
    String method,
    @Nullable String tool,
    @Nullable String prompt,
    @Nullable String resource,
    List<String> argumentNames,
    @Nullable String requestId,
    @Nullable String sessionHash,
    @Nullable String protocolVersion,
    Duration elapsed,
    @Nullable Duration timeout,
    @Nullable String errorType,
    @Nullable Who who) {

  /** For nobody in particular. */
  public Attempt(
      Side side,
      Phase phase,
      Peer peer,
      String method,
      @Nullable String tool,
      @Nullable String prompt,
      @Nullable String resource,
      List<String> argumentNames,
      @Nullable String requestId,
      @Nullable String sessionHash,
      @Nullable String protocolVersion,
      Duration elapsed,
      @Nullable Duration timeout,
      @Nullable String errorType) {
    this(
        side,
        phase,
        peer,
        method,
        tool,
        prompt,
        resource,
        argumentNames,
        requestId,
        sessionHash,
        protocolVersion,
        elapsed,
        timeout,
        errorType,
        null);
  }

  /** The same, made for somebody. */
  public Attempt madeFor(@Nullable Who somebody) {
    return somebody == null
        ? this
        : new Attempt(
            side,
            phase,
            peer,
            method,
            tool,
            prompt,
            resource,
            argumentNames,
            requestId,
            sessionHash,
            protocolVersion,
            elapsed,
            timeout,
            errorType,
            somebody);
  }
}

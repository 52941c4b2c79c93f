package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Who;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of a call and of its failure become which attributes: reference/spans.md#attributes
 * and reference/events.md#attributes-of-a-failure. What does not apply is absent, never empty.
 */
public final class CallAttributes {
  private CallAttributes() {}

  /** What every span of a call carries, failed or not. */
  public static void ofSpan(Attempt attempt, AttributeSink to) {
    ofBoth(attempt, to);
    text(to, Names.PROMPT, attempt.request().prompt());
    if (attempt.request().method().equals("tools/call")) {
      to.text(Names.OPERATION, "execute_tool");
    }
    text(to, Names.RESOURCE_URI, attempt.request().resource());
    text(to, Names.REQUEST_ID, attempt.message().requestId());
    text(to, Names.SESSION_ID, attempt.message().sessionHash());
    Peer peer = attempt.peer();
    if (peer.transport() == Transport.SSE || peer.transport() == Transport.STREAMABLE_HTTP) {
      to.text(Names.NETWORK_PROTOCOL, "http");
    }
    if (attempt.side() == Side.SERVER) {
      text(to, Names.CLIENT_ADDRESS, peer.address());
      number(to, Names.CLIENT_PORT, peer.port());
    }
  }

  /** The part of a call that spans and events share, so that an event can be read alone. */
  public static void ofBoth(Attempt attempt, AttributeSink to) {
    if (!attempt.request().method().isEmpty()) {
      to.text(Names.METHOD, attempt.request().method());
    }
    text(to, Names.TOOL, attempt.request().tool());
    text(to, Names.PROTOCOL_VERSION, attempt.message().protocolVersion());
    Peer peer = attempt.peer();
    to.text(Names.NETWORK_TRANSPORT, peer.networkTransport());
    if (attempt.side() == Side.CLIENT) {
      text(to, Names.SERVER_ADDRESS, peer.address());
      number(to, Names.SERVER_PORT, peer.port());
    }
  }

  /** The part of a failure that spans and events share. */
  public static void ofBoth(Failure failure, AttributeSink to) {
    Diagnosis diagnosis = failure.diagnosis();
    to.text(Names.CODE, diagnosis.code());
    to.text(Names.FAILURE_TYPE, diagnosis.failureType().text());
    to.flag(Names.RETRYABLE, diagnosis.isRetryable());
    to.text(Names.RETRY, diagnosis.retry().text());
    if (diagnosis.retryAfter().isPresent()) {
      to.number(Names.RETRY_AFTER_MS, diagnosis.retryAfter().get().toMillis());
    }
    text(to, Names.REASON, diagnosis.reason().orElse(null));
    to.text(Names.PHASE, failure.attempt().phase().text());
    to.text(Names.ORIGIN, failure.judgement().origin().text());
    to.text(Names.CONFIDENCE, diagnosis.confidence().text());
    to.text(Names.TRACE_ID, failure.ids().traceId());
    to.text(Names.SERVER_NAME, failure.attempt().peer().serverName());
    text(to, Names.SERVER_INFO, failure.attempt().peer().serverInfo());
    to.text(Names.SIDE, failure.attempt().side().text());
  }

  /** For whom the call was made; on events only. */
  static void who(Attempt attempt, AttributeSink to) {
    Who who = attempt.who();
    if (who != null) {
      text(to, Names.USER_HASH, who.user());
      text(to, Names.CONVERSATION_ID, who.conversation());
    }
  }

  /** Passes the value on unless it is missing. */
  public static void text(AttributeSink to, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      to.text(name, value);
    }
  }

  /** Passes the value on unless it is missing. */
  public static void number(AttributeSink to, String name, @Nullable Integer value) {
    if (value != null) {
      to.number(name, value);
    }
  }
}

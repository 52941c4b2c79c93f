package dev.mcpdiag.evidence;

import dev.mcpdiag.redact.Challenge;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one call, one exchange or one connection, read by name. Where a kind was noted more than
 * once the newest counts. Immutable.
 *
 * @param all oldest first
 */
public record CallFacts(List<Noted> all) {
  private static final String EVENT_STREAM = "text/event-stream";

  /** The newest fact of a kind, or null. */
  public @Nullable Noted newest(FactKind kind) {
    return Facts.newestIn(all, kind);
  }

  /** Whether there is a fact of this kind. */
  public boolean has(FactKind kind) {
    return newest(kind) != null;
  }

  /** Value of the newest fact of a kind, or null. */
  public @Nullable String value(FactKind kind) {
    return Facts.valueIn(all, kind);
  }

  private boolean is(FactKind kind, String value) {
    return value.equals(value(kind));
  }

  private @Nullable Integer number(FactKind kind) {
    String value = value(kind);
    return value == null ? null : Integer.valueOf(value);
  }

  /** HTTP status of the answer, null if none came. */
  public @Nullable Integer httpStatus() {
    return number(FactKind.HTTP_STATUS);
  }

  /** HTTP status with which this JVM's transport refused the request itself, null if it did not. */
  public @Nullable Integer refusedWith() {
    return number(FactKind.HTTP_REFUSED);
  }

  /** JSON-RPC code in the body of a refused request, null if there is none. */
  public @Nullable Integer rpcError() {
    return number(FactKind.HTTP_RPC_ERROR);
  }

  /** Exit code of the server's process, null while it runs. */
  public @Nullable Integer processExit() {
    return number(FactKind.PROCESS_EXIT);
  }

  /** Whether the request carried credentials. */
  public boolean credentialsSent() {
    return is(FactKind.HTTP_CREDENTIALS, FactValue.SENT);
  }

  /** Whether the request named an MCP session. */
  public boolean sessionSent() {
    return is(FactKind.HTTP_SESSION, FactValue.SENT);
  }

  /** Whether the request was handed over and no connection has stood since. */
  public boolean isStillUnsent() {
    return is(FactKind.HTTP_SENT, FactValue.NO);
  }

  /** Retry-After of the answer, null without one. */
  public @Nullable Duration retryAfter() {
    String millis = value(FactKind.HTTP_RETRY_AFTER);
    return millis == null ? null : Duration.ofMillis(Long.parseLong(millis));
  }

  /** What may be known of WWW-Authenticate, null without such a header. */
  public @Nullable Challenge challenge() {
    Noted noted = newest(FactKind.HTTP_CHALLENGE);
    return noted == null ? null : noted.challenge();
  }

  /** Media type of the answer without parameters, null without one. */
  public @Nullable String mediaType() {
    return value(FactKind.HTTP_MEDIA_TYPE);
  }

  /** Whether the answer is an event stream, or becomes one. */
  public boolean isEventStream() {
    return EVENT_STREAM.equals(mediaType());
  }

  /** Whether a page for people was answered. */
  public boolean isHtml() {
    return "text/html".equals(mediaType());
  }

  /** Whether something between client and server showed itself in the answer. */
  public boolean hasIntermediary() {
    return has(FactKind.HTTP_INTERMEDIARY);
  }

  /** Whether a redirect points to another host. */
  public boolean isRedirectedElsewhere() {
    return is(FactKind.HTTP_REDIRECT, FactValue.OTHER_HOST);
  }

  /**
   * Whether the body of a refusal speaks of this.
   *
   * @param word {@link FactValue#SESSION}, {@link FactValue#ORIGIN} or {@link FactValue#HOST}
   */
  public boolean isRefusedFor(String word) {
    return is(FactKind.HTTP_BODY, word);
  }

  /** Whether the stream of the answer has ended, in whatever way. */
  public boolean hasStreamEnded() {
    return has(FactKind.STREAM_ENDED);
  }

  /** Whether the stream of the answer ended with an error. */
  public boolean isStreamCut() {
    Noted end = newest(FactKind.STREAM_ENDED);
    return end != null && end.isCut();
  }

  /** The sign-in that a refused request began and that has not come back, or null. */
  public @Nullable Noted openSignIn() {
    Noted flow = newest(FactKind.OAUTH_FLOW);
    return flow != null && flow.value().equals(FactValue.BEGUN) ? flow : null;
  }

  /** Whether a sign-in went well and the request went out again. */
  public boolean isHealedBySignIn() {
    return is(FactKind.OAUTH_FLOW, FactValue.HEALED);
  }

  /** Whether the sign-in failed while it asked for a token. */
  public boolean isAtTokenStep() {
    return is(FactKind.OAUTH_STEP, FactValue.TOKEN);
  }
}

package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.telemetry.CallSpan;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** One call from its subscription to its one end; what comes after the end is ignored. */
public final class OpenCall {
  private static final AtomicIntegerFieldUpdater<OpenCall> ENDS =
      AtomicIntegerFieldUpdater.newUpdater(OpenCall.class, "ends");

  private final Calls calls;
  private final Role role;
  private final Connection connection;
  private final Invocation invocation;
  private final @Nullable CallSpan span;
  private final Facts facts = new Facts();
  private final long startNanos = System.nanoTime();
  private volatile @Nullable String requestId;
  private volatile @Nullable String sessionHash;
  private volatile int ends; // set through ENDS
  private volatile boolean isHandled;
  private volatile @Nullable Throwable inside;
  private boolean isHungTold; // by the one thread that makes rounds

  OpenCall(
      Calls calls,
      Role role,
      Connection connection,
      Invocation invocation,
      @Nullable CallSpan span) {
    this.calls = calls;
    this.role = role;
    this.connection = connection;
    this.invocation = invocation;
    this.span = span;
    connection.opened(this);
  }

  /** Facts of this call alone. */
  public Facts facts() {
    return facts;
  }

  /** The connection that the call goes over. */
  public Connection connection() {
    return connection;
  }

  /** What the call asks for. */
  public Invocation invocation() {
    return invocation;
  }

  /** JSON-RPC id of the message, known once it is on its way. */
  public void identify(String id) {
    requestId = id;
  }

  /**
   * The session that the call came in.
   *
   * @param hash as {@link SessionHash} makes it
   */
  public void inSession(String hash) {
    sessionHash = hash;
  }

  /** A handler of the application works on the call: its failure is the handler's. */
  public void handled() {
    isHandled = true;
  }

  /** W3C headers for the message, empty if there are none; a map of the caller's own. */
  public Map<String, String> headers() {
    return span == null ? Map.of() : span.headers();
  }

  /** Makes the span current on this thread; close it here. */
  public CallSpan.Scope makeCurrent() {
    return span == null ? () -> {} : span.makeCurrent();
  }

  /** What this JVM does in the call. */
  public Role role() {
    return role;
  }

  Phase phase() {
    return isHandled ? Phase.HANDLER : invocation.phase();
  }

  @Nullable String sessionHash() {
    String own = sessionHash;
    return own == null ? connection.sessionHash() : own;
  }

  /** The call went well. */
  public void succeeded() {
    if (ENDS.compareAndSet(this, 0, 1)) {
      connection.ended(this);
      calls.succeeded(this);
    }
  }

  /** A throwable reached the caller. */
  public void threw(Throwable throwable, @Nullable PeerError peer) {
    Case.Ending ending = peer == null ? Case.Ending.THROWN : Case.Ending.REJECTED;
    fail(ending, throwable, peer, null);
  }

  /** The result says {@code isError}. */
  public void answeredWithError(String text) {
    fail(Case.Ending.ERROR_RESULT, inside, null, text);
  }

  /** The answer is a JSON-RPC error of this JVM, with no throwable behind it. */
  public void refused(PeerError error) {
    fail(Case.Ending.REJECTED, null, error, null);
  }

  /** No answer goes out, and no throwable says why: the facts must. */
  public void endedWithout() {
    fail(Case.Ending.THROWN, null, null, null);
  }

  /** A framework keeps this throwable to itself and answers with an error result. */
  public void failedInside(Throwable throwable) {
    inside = throwable;
  }

  /** The caller gave up, or a timer of its own did. */
  public void cancelled(boolean byDeadline) {
    fail(
        byDeadline ? Case.Ending.CANCELLED_BY_DEADLINE : Case.Ending.CANCELLED_BY_USER,
        null,
        null,
        null);
  }

  /** What is known of the call by now, the first time that somebody asks; null once it is over. */
  Notice.@Nullable Hung hangs() {
    if (isHungTold || ends != 0) {
      return null;
    }
    isHungTold = true;
    return new Notice.Hung(
        Instant.now(),
        span == null ? null : span.ids(),
        Calls.attempt(this, null),
        Calls.evidence(connection.facts().all(), facts.all(), System.nanoTime()));
  }

  private void fail(
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    if (ENDS.compareAndSet(this, 0, 1)) {
      connection.ended(this);
      calls.failed(this, ending, throwable, peer, resultText);
    }
  }

  /** Null for chatter, which gets a span only when it fails. */
  @Nullable CallSpan span() {
    return span;
  }

  long startNanos() {
    return startNanos;
  }

  @Nullable String requestId() {
    return requestId;
  }
}

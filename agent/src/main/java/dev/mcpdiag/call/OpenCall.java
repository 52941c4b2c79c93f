package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.telemetry.CallSpan;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call from its subscription to its one end; what comes after the end is ignored. */
public final class OpenCall {
  private final Calls calls;
  private final Connection connection;
  private final Invocation invocation;
  private final @Nullable CallSpan span;
  private final Facts facts = new Facts();
  private final AtomicBoolean hasEnded = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private volatile @Nullable String requestId;

  OpenCall(Calls calls, Connection connection, Invocation invocation, @Nullable CallSpan span) {
    this.calls = calls;
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

  /** The call went well. */
  public void succeeded() {
    if (hasEnded.compareAndSet(false, true)) {
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
    fail(Case.Ending.ERROR_RESULT, null, null, text);
  }

  /** The caller gave up, or a timer of its own did. */
  public void cancelled(boolean byDeadline) {
    fail(
        byDeadline ? Case.Ending.CANCELLED_BY_DEADLINE : Case.Ending.CANCELLED_BY_USER,
        null,
        null,
        null);
  }

  private void fail(
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    if (hasEnded.compareAndSet(false, true)) {
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

package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.SilentRules;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Who;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.identity.Identity;
import dev.mcpdiag.telemetry.CallSpan;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** One call from its subscription to its one end; what comes after the end is ignored. */
public final class OpenCall implements Identities.Bearer {
  private static final AtomicIntegerFieldUpdater<OpenCall> ENDS =
      AtomicIntegerFieldUpdater.newUpdater(OpenCall.class, "ends");

  private final Calls calls;
  private final Role role;
  private final Connection connection;
  private final Invocation invocation;
  private final @Nullable CallSpan span;
  private final Facts facts;
  private final long startNanos = System.nanoTime();
  private volatile @Nullable String requestId;
  private volatile @Nullable String sessionHash;
  private volatile int ends; // set through ENDS
  private volatile @Nullable Identity identity;
  private volatile @Nullable AnsweringSide answering;
  private @Nullable Object answer;
  private boolean isHungTold; // by the one thread that makes rounds
  private @Nullable Set<String> told;

  OpenCall(
      Calls calls,
      Role role,
      Connection connection,
      Invocation invocation,
      @Nullable CallSpan span) {
    this(calls, role, connection, invocation, span, new Facts());
    connection.opened(this);
  }

  private OpenCall(
      Calls calls,
      Role role,
      Connection connection,
      Invocation invocation,
      @Nullable CallSpan span,
      Facts facts) {
    this.calls = calls;
    this.role = role;
    this.connection = connection;
    this.invocation = invocation;
    this.span = span;
    this.facts = facts;
  }

  /** The request for a long-lived stream, which nobody waits for. */
  static OpenCall ofStream(Calls calls, Connection connection, Facts facts) {
    return new OpenCall(
        calls, Role.CLIENT_SENDS, connection, Invocation.outside(Phase.STREAM), null, facts);
  }

  /** No call: what happens between or before calls. */
  static OpenCall outside(Calls calls, Role role, Connection connection, Phase phase) {
    return new OpenCall(calls, role, connection, Invocation.outside(phase), null, new Facts());
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

  /** Whether it is a notification that this JVM receives. */
  boolean isTold() {
    return role.isAnswering() && invocation.isNotification();
  }

  /** What the side that answers knows; made where a call is answered. */
  public AnsweringSide answering() {
    AnsweringSide known = answering;
    return known == null ? madeAnswering() : known;
  }

  /** The answer to a request over HTTP whose handler threw; null where it cannot get lost. */
  @Nullable LostAnswer answerAtRisk() {
    AnsweringSide known = answering;
    return known == null ? null : known.answerAtRisk();
  }

  private synchronized AnsweringSide madeAnswering() {
    AnsweringSide known = answering;
    if (known == null) {
      known = new AnsweringSide(this);
      answering = known;
    }
    return known;
  }

  /** Whether a handler of the application works, or worked, on it. */
  boolean isHandled() {
    AnsweringSide known = answering;
    return known != null && known.isHandled();
  }

  /** W3C headers for the message, empty if there are none; a map of the caller's own. */
  public Map<String, String> headers() {
    return span == null ? Map.of() : span.headers();
  }

  /** Makes the span current on this thread; close it here. */
  public CallSpan.Scope makeCurrent() {
    return span == null ? () -> {} : span.makeCurrent();
  }

  /** This thread answers the call from now on: what it says of an identity is said of it. */
  public void beginsToAnswer() {
    calls.identities().answering(this);
  }

  /** This thread answers no call any more. */
  public void stopsToAnswer() {
    calls.identities().answering(null);
  }

  @Override
  public void isFor(Identity somebody) {
    identity = somebody;
  }

  @Nullable Who who() {
    return calls.endings().who(identity);
  }

  /** What this JVM does in the call. */
  public Role role() {
    return role;
  }

  Phase phase() {
    return isHandled() ? Phase.HANDLER : invocation.phase();
  }

  @Nullable String sessionHash() {
    String own = sessionHash;
    return own == null ? connection.sessionHash() : own;
  }

  /** The call went well. */
  public void succeeded() {
    if (ENDS.compareAndSet(this, 0, 1)) {
      connection.ended(this);
      calls.use().used(role.side(), connection.peer().transport());
      calls.endings().succeeded(this);
    }
  }

  /** A throwable reached the caller. */
  public void threw(Throwable throwable, @Nullable PeerError peer) {
    Case.Ending ending = peer == null ? Case.Ending.THROWN : Case.Ending.REJECTED;
    fail(ending, throwable, peer, null);
  }

  /** The result says {@code isError}. */
  public void answeredWithError(String text, Object result) {
    answer = result;
    AnsweringSide known = answering;
    fail(Case.Ending.ERROR_RESULT, known == null ? null : known.inside(), null, text);
  }

  /**
   * The result says that all went well.
   *
   * @param text all that it holds; null where it holds more than one text
   */
  public void answeredWith(@Nullable String text) {
    if (text != null && SilentRules.isKnown(text)) {
      fail(Case.Ending.SILENT, null, null, text);
    } else {
      succeeded();
    }
  }

  /** The answer is a JSON-RPC error of this JVM, with no throwable behind it. */
  public void refused(PeerError error) {
    fail(Case.Ending.REJECTED, null, error, null);
  }

  /**
   * This JVM tells its peer something of the failure, which is looked through for secrets.
   *
   * @param vector where it stands: {@code rpc_error_data}
   */
  public void tells(String vector, String text) {
    if (isNews(vector)) {
      calls.endings().told(this, vector, text);
    }
  }

  /** Several layers see one answer. */
  private synchronized boolean isNews(String vector) {
    Set<String> known = told;
    if (known == null) {
      known = new HashSet<>();
      told = known;
    }
    return known.add(vector);
  }

  /** No answer goes out, and no throwable says why: the facts must. */
  public void endedWithout() {
    fail(Case.Ending.THROWN, null, null, null);
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
        CallRecord.attempt(this, null).madeFor(who()),
        CallRecord.evidence(connection.facts().all(), facts.all(), System.nanoTime()));
  }

  private void fail(
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    if (ENDS.compareAndSet(this, 0, 1)) {
      connection.failed(this);
      calls.use().used(role.side(), connection.peer().transport());
      calls.endings().failed(this, ending, throwable, peer, resultText);
    }
  }

  /** The object that says how it failed: the throwable's place where there is none. */
  @Nullable Object answer() {
    return answer;
  }

  /** Its span; chatter gets one now that there is something to tell. */
  CallSpan spanToTell() {
    CallSpan own = span;
    AnsweringSide known = answering;
    Map<String, String> sender = known == null ? Map.of() : known.sender();
    return own == null ? calls.startSpan(role, invocation, sender) : own;
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

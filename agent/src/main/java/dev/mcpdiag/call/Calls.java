package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.StreamAge;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Who;
import dev.mcpdiag.identity.Disclosure;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.identity.Identity;
import dev.mcpdiag.telemetry.Bridge;
import dev.mcpdiag.telemetry.CallSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins calls, and turns the bad end of one into one failure. Any thread, never blocks. */
public final class Calls {
  private static final int MAX_EVIDENCE = 16;

  private final Supplier<Bridge> bridge;
  private final Classifier classifier;
  private final Diagnoses diagnoses;
  private final Diagnoser diagnoser;
  private final ThrowableProjection throwables;
  private final History history;
  private final KnownDiagnoses known;
  private final Identities identities;
  private final Disclosure disclosure;
  private final CallListener listener;
  private final SpanNames spanNames;

  /** Projects a throwable into redacted text. */
  @FunctionalInterface
  public interface ThrowableProjection {
    /**
     * Never throws.
     *
     * @param given what the call was given, to be hidden too
     * @param isMute whether its messages must not be told, not even scrubbed
     */
    Failure.Thrown project(Throwable throwable, List<String> given, boolean isMute);
  }

  /** Hears of every end of a call, on the thread where it ended. */
  public interface CallListener {
    /** A call went well; must not block. */
    void succeeded(Attempt attempt);

    /**
     * The SDK or the application got over a failure, and nobody saw it; {@link #succeeded} is
     * called too where a call did. Must not block.
     */
    void recovered(Notice.Recovered healed);

    /**
     * A call failed; must not block.
     *
     * @param failure takes its time: to be asked on a thread of the agent
     * @param isError whether the convention calls it an error (contract, section 3)
     */
    void failed(Supplier<Failure> failure, boolean isError);

    /** This JVM tells its peer something that may hold a secret; {@code text} is not redacted. */
    void told(Supplier<Notice.Leak> leak, String text);

    /** This JVM tells its peer what it should keep to itself. */
    void leaked(Notice.Leak leak);
  }

  /** The bridge is asked for at each call: it is made when the first one begins. */
  public Calls(
      Supplier<Bridge> bridge,
      Classifier classifier,
      Diagnoses diagnoses,
      Diagnoser diagnoser,
      ThrowableProjection throwables,
      History history,
      Identities identities,
      Disclosure disclosure,
      CallListener listener) {
    this.bridge = bridge;
    this.classifier = classifier;
    this.diagnoses = diagnoses;
    this.diagnoser = diagnoser;
    this.throwables = throwables;
    this.history = history;
    this.identities = identities;
    this.disclosure = disclosure;
    this.listener = listener;
    this.known = new KnownDiagnoses();
    this.spanNames = new SpanNames();
  }

  private Calls(Calls other, Supplier<Bridge> bridge) {
    this.bridge = bridge;
    this.classifier = other.classifier;
    this.diagnoses = other.diagnoses;
    this.diagnoser = other.diagnoser;
    this.throwables = other.throwables;
    this.history = other.history;
    this.listener = other.listener;
    this.known = other.known;
    this.identities = other.identities;
    this.disclosure = other.disclosure;
    this.spanNames = other.spanNames;
  }

  /** The same with spans through another bridge: each application may have its own. */
  public Calls through(Supplier<Bridge> other) {
    return new Calls(this, other);
  }

  /** Begins a call that this JVM sends; its parent is the context of this thread. */
  public OpenCall begin(Role role, Connection connection, Invocation invocation) {
    return begin(role, connection, invocation, Map.of());
  }

  /**
   * Begins a call.
   *
   * @param sender W3C headers that came with it, empty for a call that this JVM sends
   */
  public OpenCall begin(
      Role role, Connection connection, Invocation invocation, Map<String, String> sender) {
    boolean isChatter = invocation.isChatter();
    CallSpan span = isChatter ? null : startSpan(role, invocation, sender);
    OpenCall call = begin(role, connection, invocation, span);
    if (isChatter && !sender.isEmpty()) {
      call.cameWith(sender);
    }
    return call;
  }

  /**
   * Starts the span of a message that this JVM sends, before its call begins: some transports send
   * when they are asked, not when somebody subscribes. One that no call takes is never exported.
   *
   * @return null for chatter
   */
  public @Nullable CallSpan announce(Role role, Invocation invocation) {
    return invocation.isChatter() ? null : startSpan(role, invocation, Map.of());
  }

  /**
   * Begins a call whose span was announced.
   *
   * @param announced null for chatter
   */
  public OpenCall begin(
      Role role, Connection connection, Invocation invocation, @Nullable CallSpan announced) {
    if (role == Role.CLIENT_SENDS && isHandshake(invocation)) {
      connection.connecting();
    }
    OpenCall call = new OpenCall(this, role, connection, invocation, announced);
    Identity identity = role.isAnswering() ? null : identities.current();
    if (identity != null) {
      call.isFor(identity);
    }
    return call;
  }

  /** W3C headers of the context of this thread, for messages that have no span of their own. */
  public Map<String, String> currentHeaders() {
    return bridge.get().currentHeaders();
  }

  private CallSpan startSpan(Role role, Invocation invocation, Map<String, String> sender) {
    Bridge b = bridge.get();
    return b.start(spanNames.of(invocation), role.kind(), b.currentContext(), sender);
  }

  /**
   * A public operation of the client begins.
   *
   * @param invocation asked only if the operation fails without a call
   * @param identity for whom, null if nobody said so
   */
  public Operation operation(
      Connection connection, Supplier<Invocation> invocation, @Nullable Identity identity) {
    return new Operation(this, connection, invocation, identity);
  }

  /** For whom threads work. */
  public Identities identities() {
    return identities;
  }

  @Nullable Who who(@Nullable Identity identity) {
    return disclosure.of(identity);
  }

  /** What this JVM learned from earlier calls. */
  public History history() {
    return history;
  }

  /** How the event streams of this connection end, compared with those of its server before. */
  public StreamAge.Usual streamEnds(Connection connection) {
    return new StreamEnds(connection, history);
  }

  /** What was said of throwables that reached the application. */
  public KnownDiagnoses known() {
    return known;
  }

  private static boolean isHandshake(Invocation invocation) {
    return invocation.method().equals("initialize");
  }

  void succeeded(OpenCall call) {
    if (call.role() == Role.CLIENT_SENDS) {
      Connection connection = call.connection();
      connection.standing().succeeded(connection);
      if (isHandshake(call.invocation())) {
        connection.standing().isOpen(connection);
      }
    }
    Attempt attempt = attempt(call, null);
    CallSpan span = call.span();
    if (span != null) {
      span.succeeded(attempt);
    }
    listener.succeeded(attempt);
    if (call.role() == Role.CLIENT_SENDS && call.facts().haveTrouble()) {
      tellHealed(call, attempt);
    }
  }

  /** The request for a long-lived stream was answered; the SDK may go on without it. */
  public void streamAnswered(Connection connection, Facts facts) {
    if (facts.haveTrouble()) {
      OpenCall asked = OpenCall.ofStream(this, connection, facts);
      tellHealed(asked, attempt(asked, null));
    }
  }

  /** What a call got over on its way: no failure, but worth an event. */
  private void tellHealed(OpenCall call, Attempt attempt) {
    Case ended = theCase(call, Case.Ending.THROWN, null, null, null);
    boolean bySignIn = Healing.isIn(call.facts());
    Case refused = bySignIn ? ended.before(Healing.before(call.facts().all())) : ended;
    Verdict verdict = bySignIn ? classifier.judge(refused) : classifier.healed(ended);
    if (verdict == null || "use_dpop_nonce".equals(verdict.reason())) {
      return; // a nonce: the server only handed over what the next request needs (RFC 9449, 9)
    }
    CallSpan open = call.span();
    CallSpan span = open == null ? startSpan(call.role(), call.invocation(), Map.of()) : open;
    if (open == null) {
      span.succeeded(attempt);
    }
    listener.recovered(
        new Notice.Recovered(
            Instant.now(),
            span.ids(),
            attempt,
            diagnoses.of(verdict, attempt, refused, span.ids().traceId()),
            verdict.because()
                + (bySignIn ? ", healed by a sign-in" : "")
                + " (rule "
                + verdict.rule()
                + ")",
            evidence(List.of(), call.facts().all(), ended.endNanos())));
  }

  void told(OpenCall call, String vector, String text) {
    CallSpan span = call.span();
    Failure.Ids ids = span == null ? null : span.ids();
    listener.told(() -> new Notice.Leak(Instant.now(), ids, attempt(call, null), vector), text);
  }

  /**
   * The SDK itself answered with what its peer should not see, the same way each time: told once
   * for a server.
   */
  public void leaked(Connection connection, String vector) {
    if (connection.isFirstLeak(vector)) {
      OpenCall none = OpenCall.outside(this, Role.SERVER_ANSWERS, connection, Phase.HANDLER);
      listener.leaked(new Notice.Leak(Instant.now(), null, attempt(none, null), vector));
    }
  }

  void failed(
      OpenCall call,
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    Case failed = theCase(call, ending, throwable, peer, resultText);
    if (throwable != null && call.isTold() && call.connection().isReported(throwable)) {
      succeeded(call); // what the SDK asked because of a notification failed, and has its event
      return;
    }
    if (throwable != null) {
      reportChain(call.connection(), throwable);
    }
    if (classifier.isNormal(failed)) {
      succeeded(call);
      return;
    }
    CallSpan open = call.span();
    CallSpan span = open == null ? startSpan(call.role(), call.invocation(), call.sender()) : open;
    Verdict verdict = classifier.judge(failed);
    Attempt attempt =
        attempt(call, ErrorType.of(failed, rpcCode(call, failed)), verdict.phase())
            .madeFor(call.who());
    Failure failure =
        new Failure(
            span.ids(),
            Instant.now(),
            attempt,
            diagnoses.of(verdict, attempt, failed, span.ids().traceId()),
            verdict.origin(),
            verdict.because() + " (rule " + verdict.rule() + ")",
            evidence(failed.connectionFacts(), failed.callFacts(), failed.endNanos()),
            Opinion.BUILT_IN,
            new Failure.Received(
                failed.httpStatus(),
                failed.processExit(),
                peer == null || call.role().isAnswering() ? null : peer.code()),
            null,
            ending == Case.Ending.SILENT,
            "");
    Integer rpcCode = rpcCode(call, failed);
    boolean isError =
        !verdict.code().equals(Codes.CANCELLED)
            && SpanStatus.isError(call.role(), rpcCode)
            && !failed.isRefusal()
            && ending != Case.Ending.SILENT;
    Diagnoser.Answer answer =
        diagnoser.ask(
            new Diagnoser.Question(failed, failure, call.facts().answerHeaders(), throwable),
            EndingThread.mayWait());
    LostAnswer lost = throwable == null || failed.isUnanswered() ? null : call.answerAtRisk();
    boolean isSettled = answer.isSettled() && lost == null;
    Failure now = answer.now().on(failure);
    if (throwable != null) {
      known.remember(throwable, now.diagnosis());
    }
    if (call.answer() != null) {
      known.rememberResult(call.answer(), now.diagnosis());
    }
    span.failed(now, isError, rpcCode);
    if (isSettled) {
      showInState(call, now);
    }
    listener.failed(
        () -> {
          Failure whole = whole(failure, verdict, failed.chain(), throwable, call);
          Failure settled = answer.settled().on(whole);
          Failure told = lost == null ? settled : lost.on(settled);
          if (!isSettled) {
            showInState(call, told);
          }
          return told;
        },
        isError);
  }

  /** With what costs too much for the thread that failed: the throwable's text and looks. */
  private Failure whole(
      Failure failure,
      Verdict verdict,
      ThrowableChain chain,
      @Nullable Throwable throwable,
      OpenCall call) {
    return failure.with(
        throwable == null
            ? null
            : throwables.project(throwable, call.invocation().given().values(), verdict.isMute()),
        Fingerprint.of(verdict, failure.attempt(), chain, throwable));
  }

  private static void showInState(OpenCall call, Failure failure) {
    if (call.role() == Role.CLIENT_SENDS) {
      call.connection().standing().failed(call.connection(), failure);
    }
  }

  /** The JSON-RPC code that travels: what the peer sent, or what the SDK makes of a throwable. */
  private static @Nullable Integer rpcCode(OpenCall call, Case failed) {
    if (call.isTold()) {
      return null; // a notification is never answered
    }
    if (failed.peer() != null) {
      return failed.peer().code();
    }
    boolean isAnswer = call.role().isAnswering() && failed.ending() == Case.Ending.THROWN;
    return isAnswer && !failed.isUnanswered() ? Integer.valueOf(SpanStatus.INTERNAL_ERROR) : null;
  }

  private static void reportChain(Connection connection, Throwable throwable) {
    Throwable t = throwable;
    for (int depth = 0; t != null && depth < 4; depth++) {
      connection.report(t);
      t = t.getCause();
    }
  }

  private Case theCase(
      OpenCall call,
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    Connection connection = call.connection();
    Invocation invocation = call.invocation();
    return new Case(
        call.role().side(),
        call.role().isAnswering(),
        call.phase(),
        connection.peer().transport(),
        invocation.method(),
        ending,
        invocation.target(),
        ThrowableChain.of(throwable),
        peer,
        resultText,
        call.facts().all(),
        connection.facts().all(),
        invocation.tool() == null ? null : connection.names().hasTool(invocation.tool()),
        history.isKnownHost(connection.peer().address()),
        history.exitsBeforeAnswer(connection.peer().serverName()),
        call.startNanos(),
        System.nanoTime(),
        connection.timerOf(invocation));
  }

  static Attempt attempt(OpenCall call, @Nullable String errorType) {
    return attempt(call, errorType, null);
  }

  private static Attempt attempt(OpenCall call, @Nullable String errorType, @Nullable Phase phase) {
    Invocation invocation = call.invocation();
    Connection connection = call.connection();
    return new Attempt(
        call.role().side(),
        phase == null ? call.phase() : phase,
        connection.peer(),
        invocation.method(),
        invocation.tool(),
        invocation.prompt(),
        invocation.resource(),
        invocation.argumentNames(),
        call.requestId(),
        call.sessionHash(),
        connection.protocolVersion(),
        Duration.ofNanos(System.nanoTime() - call.startNanos()),
        connection.timerOf(invocation),
        errorType);
  }

  /** Own facts and those of the connection in the order they were seen, the newest kept. */
  static List<String> evidence(List<Noted> ofConnection, List<Noted> ofCall, long endNanos) {
    List<Noted> all = new ArrayList<>(ofConnection);
    all.addAll(ofCall);
    all.sort((a, b) -> Long.compare(a.nanos() - endNanos, b.nanos() - endNanos));
    List<String> texts = new ArrayList<>();
    for (Noted fact : all.subList(Math.max(0, all.size() - MAX_EVIDENCE), all.size())) {
      texts.add(fact.toText(endNanos));
    }
    return List.copyOf(texts);
  }
}

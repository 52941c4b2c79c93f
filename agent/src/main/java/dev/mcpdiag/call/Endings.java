package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Findings;
import dev.mcpdiag.failure.Judgement;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Who;
import dev.mcpdiag.identity.Disclosure;
import dev.mcpdiag.identity.Identity;
import dev.mcpdiag.telemetry.CallSpan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a call comes to: nothing, one failure, or a notice of what it got over. Any
 * thread, never blocks.
 */
public final class Endings {
  private final Classifier classifier;
  private final Diagnoses diagnoses;
  private final Diagnoser diagnoser;
  private final ThrowableProjection throwables;
  private final History history;
  private final Disclosure disclosure;
  private final CallListener listener;
  private final KnownDiagnoses known = new KnownDiagnoses();
  private final AtomicInteger beingJudged = new AtomicInteger();
  private volatile @Nullable Long endsAtNanos;

  /** One for all calls of a JVM. */
  public Endings(
      Classifier classifier,
      Diagnoses diagnoses,
      Diagnoser diagnoser,
      ThrowableProjection throwables,
      History history,
      Disclosure disclosure,
      CallListener listener) {
    this.classifier = classifier;
    this.diagnoses = diagnoses;
    this.diagnoser = diagnoser;
    this.throwables = throwables;
    this.history = history;
    this.disclosure = disclosure;
    this.listener = listener;
  }

  History history() {
    return history;
  }

  KnownDiagnoses known() {
    return known;
  }

  @Nullable Who who(@Nullable Identity identity) {
    return disclosure.of(identity);
  }

  void succeeded(OpenCall call) {
    if (call.role() == Role.CLIENT_SENDS) {
      Connection connection = call.connection();
      connection.serverState().succeeded(connection);
      if (call.invocation().isHandshake()) {
        connection.serverState().isOpen(connection);
      }
    }
    Attempt attempt = CallRecord.attempt(call, null);
    CallSpan span = call.span();
    if (span != null) {
      span.succeeded(attempt);
    }
    listener.succeeded(attempt);
    if (call.role() == Role.CLIENT_SENDS && call.facts().haveTrouble()) {
      tellHealed(call, attempt);
    }
  }

  /** A request whose answer nobody waits for was answered: perhaps not as it should be. */
  void answered(OpenCall asked) {
    tellHealed(asked, CallRecord.attempt(asked, null));
  }

  /** What a call got over on its way: no failure, but worth an event. */
  private void tellHealed(OpenCall call, Attempt attempt) {
    Case ended = theCase(call, Case.Outcome.thrown(ThrowableChain.NONE));
    boolean bySignIn = Healing.isIn(call.facts());
    Case refused = bySignIn ? ended.before(Healing.before(call.facts().all())) : ended;
    Verdict verdict = bySignIn ? classifier.judge(refused) : classifier.healed(ended);
    if (verdict == null || "use_dpop_nonce".equals(verdict.reason())) {
      return; // a nonce: the server only handed over what the next request needs (RFC 9449, 9)
    }
    CallSpan span = call.spanToTell();
    if (call.span() == null) {
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
            CallRecord.evidence(List.of(), call.facts().all(), ended.endNanos())));
  }

  void told(OpenCall call, String vector, String text) {
    CallSpan span = call.span();
    Failure.Ids ids = span == null ? null : span.ids();
    listener.told(
        () -> new Notice.Leak(Instant.now(), ids, CallRecord.attempt(call, null), vector), text);
  }

  /** This JVM tells its peer, in no call, what it should keep to itself. */
  void leaked(OpenCall none, String vector) {
    listener.leaked(new Notice.Leak(Instant.now(), null, CallRecord.attempt(none, null), vector));
  }

  /**
   * The JVM ends: nothing that is told waits longer than this.
   *
   * @param nanoTime of {@link System#nanoTime}
   */
  public void endBy(long nanoTime) {
    endsAtNanos = nanoTime;
    diagnoser.endBy(nanoTime);
  }

  /** Whether a call has failed whose failure is not handed to the listener yet. */
  public boolean isJudging() {
    return beingJudged.get() > 0;
  }

  void failed(
      OpenCall call,
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    boolean mayWait = EndingThread.mayWait();
    beingJudged.incrementAndGet();
    try {
      judge(call, ending, throwable, peer, resultText, mayWait);
    } finally {
      beingJudged.decrementAndGet();
    }
    if (mayWait) {
      listener.handedOver();
    }
  }

  private void judge(
      OpenCall call,
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText,
      boolean mayWait) {
    Case failed =
        theCase(call, new Case.Outcome(ending, ThrowableChain.of(throwable), peer, resultText));
    if (throwable != null && call.isTold() && call.connection().reported().has(throwable)) {
      succeeded(call); // what the SDK asked because of a notification failed, and has its event
      return;
    }
    if (throwable != null) {
      call.connection().reported().add(throwable);
    }
    if (classifier.isNormal(failed)) {
      succeeded(call);
      return;
    }
    CallSpan span = call.spanToTell();
    Verdict verdict = classifier.judge(failed);
    Integer rpcCode = rpcCode(call, failed);
    Failure failure = failure(call, failed, verdict, rpcCode, span.ids());
    Diagnoser.Answer answer =
        diagnoser.ask(
            new Diagnoser.Question(failed, failure, call.facts().answerHeaders(), throwable),
            mayWait);
    LostAnswer lost = throwable == null || failed.isUnanswered() ? null : call.answerAtRisk();
    boolean isSettled = answer.isSettled() && lost == null;
    Failure now = answer.now().on(failure);
    if (throwable != null) {
      known.remember(throwable, now.diagnosis());
    }
    if (call.answer() != null) {
      known.rememberResult(call.answer(), now.diagnosis());
    }
    boolean isError = isError(call, failed, verdict, rpcCode);
    span.failed(now, isError, rpcCode);
    if (isSettled) {
      showInState(call, now);
    }
    listener.failed(
        () -> {
          Failure whole = whole(failure, verdict, failed.chain(), throwable, call);
          Failure settled = answer.settled().on(whole);
          Failure told = lost == null ? settled : lost.on(settled, nanosLeft());
          if (!isSettled) {
            showInState(call, told);
          }
          return told;
        },
        isError,
        Targets.proof(call, verdict, rpcCode));
  }

  private long nanosLeft() {
    Long end = endsAtNanos;
    return end == null ? Long.MAX_VALUE : Math.max(0, end - System.nanoTime());
  }

  /** Without what costs too much for the thread that failed, see {@link #whole}. */
  private Failure failure(
      OpenCall call, Case failed, Verdict verdict, @Nullable Integer rpcCode, Failure.Ids ids) {
    Attempt attempt =
        CallRecord.attempt(call, ErrorType.of(failed, rpcCode), verdict.phase())
            .madeFor(call.who());
    PeerError peer = failed.peer();
    return new Failure(
        ids,
        Instant.now(),
        attempt,
        new Judgement(
            diagnoses.of(verdict, attempt, failed, ids.traceId()),
            verdict.origin(),
            verdict.because() + " (rule " + verdict.rule() + ")",
            Opinion.BUILT_IN),
        new Findings(
            CallRecord.evidence(failed.connectionFacts(), failed.callFacts(), failed.endNanos()),
            new Findings.Received(
                failed.httpStatus(),
                failed.processExit(),
                peer == null || call.role().isAnswering() ? null : peer.code()),
            null,
            failed.ending() == Case.Ending.SILENT),
        "");
  }

  /** Whether the convention calls it an error (reference/spans.md#errors). */
  private static boolean isError(
      OpenCall call, Case failed, Verdict verdict, @Nullable Integer rpcCode) {
    return !verdict.code().equals(Codes.CANCELLED)
        && SpanStatus.isError(call.role(), rpcCode)
        && !failed.isRefusal()
        && failed.ending() != Case.Ending.SILENT;
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
      call.connection().serverState().failed(call.connection(), failure);
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

  private Case theCase(OpenCall call, Case.Outcome outcome) {
    Connection connection = call.connection();
    Invocation invocation = call.invocation();
    String tool = invocation.request().tool();
    return new Case(
        new Case.Call(
            call.role().side(),
            call.role().isAnswering(),
            call.phase(),
            connection.peer().transport(),
            invocation.method(),
            invocation.request().target()),
        outcome,
        new Case.Seen(call.facts().all(), connection.facts().all()),
        new Case.Known(
            tool == null ? null : Targets.isListed(call),
            history.isKnownHost(connection.peer().address()),
            history.exitsBeforeAnswer(connection.peer().serverName())),
        new Case.Timing(call.startNanos(), System.nanoTime(), connection.timerOf(invocation)));
  }
}

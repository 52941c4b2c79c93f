package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
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
  private final ThrowableProjection throwables;
  private final History history;
  private final CallListener listener;

  /** Projects a throwable into redacted text. */
  @FunctionalInterface
  public interface ThrowableProjection {
    /** Never throws. */
    Failure.Thrown project(Throwable throwable);
  }

  /** Hears of every end of a call, on the thread where it ended. */
  public interface CallListener {
    /** A call went well; must not block. */
    void succeeded(Attempt attempt);

    /**
     * A call failed; must not block.
     *
     * @param isError whether the convention calls it an error (contract, section 3)
     */
    void failed(Failure failure, boolean isError);
  }

  /** The bridge is asked for at each call: it is made when the first one begins. */
  public Calls(
      Supplier<Bridge> bridge,
      Classifier classifier,
      Diagnoses diagnoses,
      ThrowableProjection throwables,
      History history,
      CallListener listener) {
    this.bridge = bridge;
    this.classifier = classifier;
    this.diagnoses = diagnoses;
    this.throwables = throwables;
    this.history = history;
    this.listener = listener;
  }

  /** Begins a call of this client; its parent is the context of this thread. */
  public OpenCall begin(Connection connection, Invocation invocation) {
    CallSpan span = invocation.isChatter() ? null : startSpan(invocation);
    return new OpenCall(this, connection, invocation, span);
  }

  private CallSpan startSpan(Invocation invocation) {
    Bridge b = bridge.get();
    String name = invocation.method().isEmpty() ? "mcp.connect" : invocation.spanName();
    return b.start(name, Bridge.Kind.CLIENT, b.currentContext(), Map.of());
  }

  /** A public operation of the client begins. */
  public Operation operation(Connection connection, Invocation invocation) {
    return new Operation(this, connection, invocation);
  }

  /** What this JVM learned from earlier calls. */
  public History history() {
    return history;
  }

  void succeeded(OpenCall call) {
    Attempt attempt = attempt(call, null);
    CallSpan span = call.span();
    if (span != null) {
      span.succeeded(attempt);
    }
    listener.succeeded(attempt);
  }

  void failed(
      OpenCall call,
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    CallSpan open = call.span();
    CallSpan span = open == null ? startSpan(call.invocation()) : open;
    Case failed = theCase(call, ending, throwable, peer, resultText);
    Verdict verdict = classifier.judge(failed);
    if (throwable != null) {
      reportChain(call.connection(), throwable);
    }
    Attempt attempt = attempt(call, ErrorType.of(failed));
    Failure failure =
        new Failure(
            span.ids(),
            Instant.now(),
            attempt,
            diagnoses.of(verdict, attempt, failed, span.ids().traceId()),
            verdict.origin(),
            verdict.because() + " (rule " + verdict.rule() + ")",
            evidence(failed),
            "built-in",
            new Failure.Received(
                failed.httpStatus(), failed.processExit(), peer == null ? null : peer.code()),
            throwable == null ? null : throwables.project(throwable),
            false,
            Fingerprint.of(verdict, attempt, failed.chain(), throwable));
    boolean isError = !verdict.code().equals(Codes.CANCELLED) && !isFlowSignal(peer);
    span.failed(failure, isError, peer == null ? null : peer.code());
    listener.failed(failure, isError);
  }

  /** -32042 asks the user for something; it is a signal, not an error (contract, section 3). */
  private static boolean isFlowSignal(@Nullable PeerError peer) {
    return peer != null && peer.code() == -32042;
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
        Side.CLIENT,
        invocation.phase(),
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

  private static Attempt attempt(OpenCall call, @Nullable String errorType) {
    Invocation invocation = call.invocation();
    Connection connection = call.connection();
    return new Attempt(
        Side.CLIENT,
        invocation.phase(),
        connection.peer(),
        invocation.method(),
        invocation.tool(),
        invocation.prompt(),
        invocation.resource(),
        invocation.argumentNames(),
        call.requestId(),
        connection.sessionHash(),
        connection.protocolVersion(),
        Duration.ofNanos(System.nanoTime() - call.startNanos()),
        connection.timerOf(invocation),
        errorType);
  }

  /** Own facts and those of the connection in the order they were seen, the newest kept. */
  private static List<String> evidence(Case failed) {
    List<Noted> all = new ArrayList<>(failed.connectionFacts());
    all.addAll(failed.callFacts());
    all.sort(
        (a, b) -> Long.compare(a.nanos() - failed.startNanos(), b.nanos() - failed.startNanos()));
    List<String> texts = new ArrayList<>();
    for (Noted fact : all.subList(Math.max(0, all.size() - MAX_EVIDENCE), all.size())) {
      texts.add(fact.toText(failed.endNanos()));
    }
    return List.copyOf(texts);
  }
}

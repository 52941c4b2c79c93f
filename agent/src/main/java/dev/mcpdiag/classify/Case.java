package dev.mcpdiag.classify;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one call that ended badly: the input of the rules, plain data. The rules
 * read it through its own accessors, as one view.
 *
 * @param outcome how it ended
 */
public record Case(Call call, Outcome outcome, Seen seen, Known known, Timing timing) {

  /**
   * What was called, and from where.
   *
   * @param isAnswering whether this JVM answers the call: then the throwable is its handler's
   * @param target tool, prompt or resource name, null if the method has none
   */
  public record Call(
      Side side,
      boolean isAnswering,
      Phase phase,
      Transport transport,
      String method,
      @Nullable String target) {}

  /**
   * How the call ended.
   *
   * @param chain the throwable as data, empty if there was none
   * @param peer the JSON-RPC error of the peer, null if none came
   * @param resultText text of a result with {@code isError}, null otherwise; never exported
   */
  public record Outcome(
      Ending ending, ThrowableChain chain, @Nullable PeerError peer, @Nullable String resultText) {
    /** A throwable, or nothing at all, ended the call. */
    public static Outcome thrown(ThrowableChain chain) {
      return new Outcome(Ending.THROWN, chain, null, null);
    }
  }

  /**
   * What the transport showed, oldest first.
   *
   * @param ofCall facts of this call alone
   * @param ofConnection facts of its connection
   */
  public record Seen(List<Noted> ofCall, List<Noted> ofConnection) {
    /** The transport showed nothing. */
    public static final Seen NOTHING = new Seen(List.of(), List.of());
  }

  /**
   * What this JVM knew before the call.
   *
   * @param isToolListed whether the last tools/list had the tool, null if none was seen
   * @param isHostKnown whether this JVM had an answer from the host before
   * @param exitsBeforeAnswer how many processes of this server ended before their first message
   */
  public record Known(@Nullable Boolean isToolListed, boolean isHostKnown, int exitsBeforeAnswer) {
    /** This JVM met the server for the first time. */
    public static final Known NOTHING = new Known(null, false, 0);
  }

  /**
   * When the call ran.
   *
   * @param startNanos when the call began, {@code System.nanoTime()}
   * @param endNanos when it ended
   * @param timeout the SDK's timer for it, null if unknown
   */
  public record Timing(long startNanos, long endNanos, @Nullable Duration timeout) {}

  /** How a call can end badly. */
  public enum Ending {
    /** A throwable reached the caller. */
    THROWN,
    /** The peer answered with a JSON-RPC error. */
    REJECTED,
    /** The result says {@code isError}. */
    ERROR_RESULT,
    /** The result says that all went well, and its text is known to mean the contrary. */
    SILENT,
    /** The caller gave up. */
    CANCELLED_BY_USER,
    /** A timer of the caller, not the SDK's, fired. */
    CANCELLED_BY_DEADLINE
  }

  /** The same call when no more than this was known of it. */
  public Case before(List<Noted> facts) {
    return new Case(call, outcome, new Seen(facts, seen.ofConnection()), known, timing);
  }

  public Side side() {
    return call.side();
  }

  public boolean isAnswering() {
    return call.isAnswering();
  }

  public Phase phase() {
    return call.phase();
  }

  public Transport transport() {
    return call.transport();
  }

  public String method() {
    return call.method();
  }

  public @Nullable String target() {
    return call.target();
  }

  public Ending ending() {
    return outcome.ending();
  }

  public ThrowableChain chain() {
    return outcome.chain();
  }

  public @Nullable PeerError peer() {
    return outcome.peer();
  }

  public @Nullable String resultText() {
    return outcome.resultText();
  }

  public List<Noted> callFacts() {
    return seen.ofCall();
  }

  public List<Noted> connectionFacts() {
    return seen.ofConnection();
  }

  @Nullable Boolean isToolListed() {
    return known.isToolListed();
  }

  boolean isHostKnown() {
    return known.isHostKnown();
  }

  int exitsBeforeAnswer() {
    return known.exitsBeforeAnswer();
  }

  public long startNanos() {
    return timing.startNanos();
  }

  public long endNanos() {
    return timing.endNanos();
  }

  public @Nullable Duration timeout() {
    return timing.timeout();
  }

  /** Whether a timer ended the call: Reactor's, the HTTP client's or a socket's. */
  public boolean isTimedOut() {
    return chain().has("java.util.concurrent.TimeoutException")
        || chain().has("java.net.http.HttpTimeoutException")
        || chain().has("java.net.SocketTimeoutException");
  }

  /** Whether this JVM sends no answer: nothing came of a handler, or an error that ends threads. */
  public boolean isUnanswered() {
    return chain().isEmpty()
        || chain().has("java.lang.VirtualMachineError")
        || chain().has("java.lang.LinkageError");
  }

  /** Whether this JVM's transport refused a wrong request with a 4xx. */
  public boolean isRefusal() {
    Integer status = facts().refusedWith();
    return status != null && status / 100 == 4;
  }

  /** Facts of this call alone. */
  public CallFacts facts() {
    return new CallFacts(callFacts());
  }

  /** Facts of its connection, which may explain any of its calls. */
  public CallFacts connection() {
    return new CallFacts(connectionFacts());
  }

  /** The last exit code of the server's process, null if none ended. */
  public @Nullable Integer processExit() {
    return connection().processExit();
  }

  /** Which setting is wrong where one is; null otherwise. */
  public @Nullable String wrongSetting() {
    return ConfigRules.field(this);
  }

  /** The HTTP status of this call's last exchange, null if none came. */
  public @Nullable Integer httpStatus() {
    return facts().httpStatus();
  }
}

package dev.mcpdiag.classify;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases with what a test needs of them. */
public final class Cases {
  /** A client's call of the tool {@code search} over HTTP. */
  public static final Case.Call TOOL_CALL = call(Side.CLIENT, false, Phase.CALL);

  private Cases() {}

  /** Over HTTP: {@code initialize} in its phase, else a call of the tool {@code search}. */
  public static Case.Call call(Side side, boolean isAnswering, Phase phase) {
    String method = phase == Phase.INIT ? "initialize" : "tools/call";
    return new Case.Call(side, isAnswering, phase, Transport.STREAMABLE_HTTP, method, "search");
  }

  /** A throwable ended the call, and nothing else is known. */
  public static Case thrown(Case.Call call, Throwable throwable, List<Noted> callFacts) {
    return of(
        call,
        Case.Outcome.thrown(ThrowableChain.of(throwable)),
        new Case.Seen(callFacts, List.of()));
  }

  /** A throwable ended the call, and nothing else is known. */
  public static Case thrown(Case.Call call, Throwable throwable) {
    return thrown(call, throwable, List.of());
  }

  /** A call that took no time, by a JVM that met the server for the first time. */
  public static Case of(Case.Call call, Case.Outcome outcome, Case.Seen seen) {
    return new Case(call, outcome, seen, Case.Known.NOTHING, new Case.Timing(0, 1, null));
  }

  /** What ended a call. */
  public static Case.Outcome outcome(
      Case.Ending ending,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      @Nullable String resultText) {
    return new Case.Outcome(ending, ThrowableChain.of(throwable), peer, resultText);
  }

  /** What a rule could decide. */
  public static Verdict verdict(
      String code,
      @Nullable String reason,
      @Nullable Duration retryAfter,
      @Nullable String scopes) {
    Verdict verdict = Verdict.of(code, Origin.UNKNOWN, "rule", "because");
    return verdict.reason(reason).after(retryAfter).scopes(scopes);
  }
}

package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_ERROR;
import static dev.mcpdiag.evidence.FactKind.HTTP_REQUEST;
import static dev.mcpdiag.evidence.FactKind.MESSAGE_UNREADABLE;
import static dev.mcpdiag.evidence.FactKind.SDK_HIDDEN;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A timer says that something did not come, never why: an earlier, better fact of the call or of
 * its connection takes its place (design/taxonomy.md#precedence, step 4).
 */
final class TimeoutRules {
  private static final List<FactKind> OWN = List.of(MESSAGE_UNREADABLE, HTTP_ERROR, SDK_HIDDEN);

  private TimeoutRules() {}

  static @Nullable Verdict judge(Case failed) {
    boolean isConnectTimer = failed.chain().has("java.net.http.HttpConnectTimeoutException");
    if (isConnectTimer || !(failed.isTimedOut() || isCutOff(failed))) {
      return null;
    }
    Verdict own = byOwnFact(failed);
    if (own != null) {
      return own;
    }
    Verdict shared =
        failed.transport() == Transport.SSE ? StreamRules.judge(failed) : byConnection(failed);
    return shared != null || !failed.isTimedOut() ? shared : byTimer(failed);
  }

  /** Failed at once because what the whole connection lives by is gone. */
  private static boolean isCutOff(Case failed) {
    return switch (failed.transport()) {
      case STDIO -> StdioRules.isDead(failed);
      case SSE -> failed.ending() == Case.Ending.THROWN && !failed.facts().has(HTTP_REQUEST);
      default -> false;
    };
  }

  /** What this very call met: nothing speaks louder. */
  private static @Nullable Verdict byOwnFact(Case failed) {
    for (FactKind kind : OWN) {
      Noted fact = failed.facts().newest(kind);
      Verdict verdict =
          fact == null ? null : kind == HTTP_ERROR ? network(fact, failed) : unreadable(fact);
      if (fact != null && verdict != null) {
        return verdict.because(verdict.because() + age(fact, failed));
      }
    }
    return null;
  }

  /** What happened to the connection that the call needed: the first decisive fact. */
  private static @Nullable Verdict byConnection(Case failed) {
    for (Noted fact : failed.connectionFacts()) {
      Verdict verdict =
          switch (fact.kind()) {
            case PROCESS_START_ERROR, PROCESS_EXIT, STDIO_UNPARSABLE ->
                failed.transport() == Transport.STDIO ? StdioRules.judge(failed) : null;
            case CONNECT_ERROR -> medium(network(fact, failed));
            default -> null;
          };
      if (verdict != null) {
        return verdict.because(verdict.because() + age(fact, failed));
      }
    }
    return null;
  }

  private static @Nullable Verdict network(Noted fact, Case failed) {
    ThrowableChain chain = fact.chain();
    return chain == null
        ? null
        : NetworkRules.judge(chain, failed.isHostKnown(), failed.httpStatus() != null);
  }

  private static @Nullable Verdict unreadable(Noted fact) {
    ThrowableChain chain = fact.chain();
    boolean isUnread = fact.kind() == MESSAGE_UNREADABLE;
    return isUnread || (chain != null && StateRules.isUnreadable(chain))
        ? Verdict.of(
            Codes.MALFORMED_MESSAGE,
            Origin.PEER,
            "unreadable-answer",
            "the answer to this request could not be read as JSON-RPC")
        : null;
  }

  private static @Nullable Verdict medium(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict.sure(Confidence.MEDIUM);
  }

  private static Verdict byTimer(Case failed) {
    boolean isSse = failed.transport() == Transport.SSE;
    CallFacts facts = isSse ? new CallFacts(StreamRules.ofStream(failed)) : failed.facts();
    Integer answered = facts.httpStatus();
    boolean isSilentStream =
        answered != null
            && answered == 200
            && facts.isEventStream()
            && !facts.has(FactKind.STREAM_FIRST_BYTE);
    if (isSilentStream && facts.hasIntermediary()) {
      return Verdict.of(
          Codes.PROXY_SSE_ISSUE,
          Origin.PROXY,
          "stream-silent-proxy",
          "an intermediary opened the answer stream and gave no byte before the time-out");
    }
    Verdict halfway = isSse ? null : byExchange(failed, failed.httpStatus());
    if (halfway != null) {
      return halfway;
    }
    String because =
        "no answer within " + seconds(failed.timeout()) + ", and no fact that says why";
    boolean isInit = failed.phase() == Phase.INIT || failed.phase() == Phase.CONNECT;
    Verdict verdict =
        isInit
            ? Verdict.of(Codes.INIT_TIMEOUT, Origin.PEER, "timer-init", because)
            : Verdict.of(Codes.REQUEST_TIMEOUT, Origin.PEER, "timer-request", because);
    return isSilentStream ? verdict.reason("no_stream_bytes") : verdict;
  }

  /** How far the request came: not out, answered with nothing, or cut off. */
  private static @Nullable Verdict byExchange(Case failed, @Nullable Integer status) {
    if (status == null && failed.facts().isStillUnsent()) {
      return Verdict.of(
              Codes.CONNECT_TIMEOUT,
              Origin.NETWORK,
              "never-connected",
              "no connection stood when the SDK's time-out came")
          .sure(Confidence.MEDIUM);
    }
    if (failed.facts().hasStreamEnded()) {
      return Verdict.of(
          Codes.STREAM_INTERRUPTED,
          Origin.NETWORK,
          "stream-without-answer",
          "the answer's stream ended without the answer");
    }
    boolean isEmpty = status != null && (status == 202 || failed.facts().mediaType() == null);
    boolean wantsAnswer = !failed.method().startsWith("notifications/");
    return isEmpty && wantsAnswer
        ? Verdict.of(
                Codes.UNEXPECTED_RESPONSE,
                Origin.PEER,
                "no-content",
                "HTTP " + status + " without an answer to this request")
            .reason("no_content")
        : null;
  }

  /** How long before the time-out; nothing where no call waited for one. */
  static String age(Noted fact, Case failed) {
    if (failed.method().isEmpty()) {
      return "";
    }
    double seconds = (failed.endNanos() - fact.nanos()) / 1e9;
    return String.format(Locale.ROOT, ", %.1f s before the time-out", Math.max(0, seconds));
  }

  private static String seconds(@Nullable Duration timeout) {
    return timeout == null
        ? "the SDK's time-out"
        : String.format(Locale.ROOT, "%.3g s", timeout.toMillis() / 1000.0);
  }
}

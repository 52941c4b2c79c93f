package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.CONNECT_ERROR;
import static dev.mcpdiag.evidence.FactKind.HTTP_ERROR;
import static dev.mcpdiag.evidence.FactKind.HTTP_INTERMEDIARY;
import static dev.mcpdiag.evidence.FactKind.HTTP_MEDIA_TYPE;
import static dev.mcpdiag.evidence.FactKind.HTTP_SENT;
import static dev.mcpdiag.evidence.FactKind.HTTP_STATUS;
import static dev.mcpdiag.evidence.FactKind.SDK_HIDDEN;
import static dev.mcpdiag.evidence.FactKind.STREAM_ENDED;
import static dev.mcpdiag.evidence.FactKind.STREAM_FIRST_BYTE;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A timer says that something did not come, never why: an earlier, better fact of the call or of
 * its connection takes its place (taxonomy 3.5, step 4).
 */
final class TimeoutRules {
  private TimeoutRules() {}

  static @Nullable Verdict judge(Case failed) {
    boolean isConnectTimer = failed.chain().has("java.net.http.HttpConnectTimeoutException");
    boolean isDead = !failed.isTimedOut() && isStdio(failed) && StdioRules.isDead(failed);
    if (isConnectTimer || !(failed.isTimedOut() || isDead)) {
      return null;
    }
    Noted decisive = decisiveFact(failed);
    Verdict verdict = decisive == null ? null : byFact(decisive, failed);
    if (verdict == null) {
      return byTimer(failed);
    }
    return decisive == null ? verdict : verdict.because(verdict.because() + age(decisive, failed));
  }

  /** Own facts first; then what happened to the connection that the call needed. */
  private static @Nullable Noted decisiveFact(Case failed) {
    Noted own = Facts.newestIn(failed.callFacts(), HTTP_ERROR);
    if (own == null) {
      own = Facts.newestIn(failed.callFacts(), SDK_HIDDEN);
    }
    if (own != null) {
      return own;
    }
    for (Noted fact : failed.connectionFacts()) {
      boolean isDecisive =
          switch (fact.kind()) {
            case PROCESS_START_ERROR, PROCESS_EXIT, STDIO_UNPARSABLE -> isStdio(failed);
            case CONNECT_ERROR -> true;
            case HTTP_STATUS, STREAM_ENDED -> failed.transport() == Transport.SSE;
            default -> false;
          };
      if (isDecisive) {
        return fact;
      }
    }
    return null;
  }

  private static @Nullable Verdict byFact(Noted fact, Case failed) {
    return switch (fact.kind()) {
      case HTTP_ERROR -> network(fact, failed);
      case CONNECT_ERROR -> medium(network(fact, failed));
      case SDK_HIDDEN -> hidden(fact);
      case HTTP_STATUS ->
          medium(
              HttpRules.judge(failed.connectionFacts(), "on the event stream of this connection"));
      case STREAM_ENDED ->
          Verdict.of(
                  Codes.STREAM_INTERRUPTED,
                  Origin.NETWORK,
                  "stream-ended",
                  "the event stream of this connection had ended")
              .sure(Confidence.MEDIUM);
      default -> StdioRules.judge(failed);
    };
  }

  private static @Nullable Verdict network(Noted fact, Case failed) {
    ThrowableChain chain = fact.chain();
    return chain == null
        ? null
        : NetworkRules.judge(chain, failed.isHostKnown(), failed.httpStatus() != null);
  }

  private static @Nullable Verdict hidden(Noted fact) {
    ThrowableChain chain = fact.chain();
    return chain != null && StateRules.isUnreadable(chain)
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
    String status = failed.callValue(HTTP_STATUS);
    boolean isSilentStream =
        "200".equals(status)
            && "text/event-stream".equals(failed.callValue(HTTP_MEDIA_TYPE))
            && failed.callValue(STREAM_FIRST_BYTE) == null;
    if (isSilentStream && failed.callValue(HTTP_INTERMEDIARY) != null) {
      return Verdict.of(
          Codes.PROXY_SSE_ISSUE,
          Origin.PROXY,
          "stream-silent-proxy",
          "an intermediary opened the answer stream and gave no byte before the time-out");
    }
    Verdict halfway = byExchange(failed, status);
    if (halfway != null) {
      return halfway;
    }
    String because =
        "no answer within " + seconds(failed.timeout()) + ", and no fact that says why";
    if (failed.phase() == Phase.INIT || failed.phase() == Phase.CONNECT) {
      return Verdict.of(Codes.INIT_TIMEOUT, Origin.PEER, "timer-init", because);
    }
    Verdict verdict = Verdict.of(Codes.REQUEST_TIMEOUT, Origin.PEER, "timer-request", because);
    return isSilentStream ? verdict.reason("no_stream_bytes") : verdict;
  }

  /** How far the request came: not out, answered with nothing, or cut off. */
  private static @Nullable Verdict byExchange(Case failed, @Nullable String status) {
    if (status == null && "no".equals(failed.callValue(HTTP_SENT))) {
      return Verdict.of(
              Codes.CONNECT_TIMEOUT,
              Origin.NETWORK,
              "never-connected",
              "no connection stood when the SDK's time-out came")
          .sure(Confidence.MEDIUM);
    }
    String ended = failed.callValue(STREAM_ENDED);
    if (ended != null) {
      return Verdict.of(
          Codes.STREAM_INTERRUPTED,
          Origin.NETWORK,
          "stream-without-answer",
          "the answer's stream ended without the answer");
    }
    boolean isEmpty =
        "202".equals(status) || (status != null && failed.callValue(HTTP_MEDIA_TYPE) == null);
    return isEmpty
        ? Verdict.of(
                Codes.UNEXPECTED_RESPONSE,
                Origin.PEER,
                "no-content",
                "HTTP " + status + " without an answer to this request")
            .reason("no_content")
        : null;
  }

  private static String age(Noted fact, Case failed) {
    double seconds = (failed.endNanos() - fact.nanos()) / 1e9;
    return String.format(Locale.ROOT, ", %.1f s before the time-out", Math.max(0, seconds));
  }

  private static String seconds(@Nullable Duration timeout) {
    return timeout == null
        ? "the SDK's time-out"
        : String.format(Locale.ROOT, "%.3g s", timeout.toMillis() / 1000.0);
  }

  private static boolean isStdio(Case failed) {
    return failed.transport() == Transport.STDIO;
  }
}

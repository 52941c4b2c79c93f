package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Event streams that something between client and server holds back or cuts. It has to have shown
 * itself: by a header, or by ending every stream after the same time.
 */
final class ProxyStreamRules {
  private ProxyStreamRules() {}

  /** The answer of this very call was such a stream. */
  static @Nullable Verdict judge(Case failed) {
    return failed.isAnswering() || failed.ending() != Case.Ending.THROWN
        ? null
        : cut(failed.facts(), "the answer's stream");
  }

  /** A stream that broke off, in the facts of its exchange; null where no intermediary shows. */
  static @Nullable Verdict cut(CallFacts facts, String what) {
    if (!facts.hasStreamEnded()) {
      return null;
    }
    if (facts.has(FactKind.STREAM_SAME_AGE)) {
      return issue("stream-same-age", what + " ended after the same time as others before it")
          .reason("idle_cut");
    }
    return !facts.isStreamCut() || !facts.hasIntermediary()
        ? null
        : issue("stream-cut-proxy", what + " came through an intermediary and was cut off")
            .reason("cut");
  }

  /** An intermediary answered the request for a stream itself: it did not reach the server. */
  static @Nullable Verdict refused(CallFacts facts, String where) {
    Integer status = facts.httpStatus();
    boolean isGateway = status != null && status >= 502 && status <= 504;
    return isGateway && facts.hasIntermediary()
        ? issue("stream-gateway", "an intermediary answered HTTP " + status + " " + where)
            .reason("gateway")
        : null;
  }

  private static Verdict issue(String rule, String because) {
    return Verdict.of(Codes.PROXY_SSE_ISSUE, Origin.PROXY, rule, because).sure(Confidence.MEDIUM);
  }
}

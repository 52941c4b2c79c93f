package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_INTERMEDIARY;
import static dev.mcpdiag.evidence.FactKind.HTTP_STATUS;
import static dev.mcpdiag.evidence.FactKind.STREAM_ENDED;
import static dev.mcpdiag.evidence.FactKind.STREAM_SAME_AGE;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import java.util.List;
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
        : cut(failed.callFacts(), "the answer's stream");
  }

  /** A stream that broke off, in the facts of its exchange; null where no intermediary shows. */
  static @Nullable Verdict cut(List<Noted> facts, String what) {
    String end = Facts.valueIn(facts, STREAM_ENDED);
    if (end == null) {
      return null;
    }
    if (Facts.valueIn(facts, STREAM_SAME_AGE) != null) {
      return issue("stream-same-age", what + " ended after the same time as others before it")
          .reason("idle_cut");
    }
    return end.equals("clean") || Facts.valueIn(facts, HTTP_INTERMEDIARY) == null
        ? null
        : issue("stream-cut-proxy", what + " came through an intermediary and was cut off")
            .reason("cut");
  }

  /** An intermediary answered the request for a stream itself: it did not reach the server. */
  static @Nullable Verdict refused(List<Noted> facts, String where) {
    String status = Facts.valueIn(facts, HTTP_STATUS);
    boolean isGateway = "502".equals(status) || "503".equals(status) || "504".equals(status);
    return isGateway && Facts.valueIn(facts, HTTP_INTERMEDIARY) != null
        ? issue("stream-gateway", "an intermediary answered HTTP " + status + " " + where)
            .reason("gateway")
        : null;
  }

  private static Verdict issue(String rule, String because) {
    return Verdict.of(Codes.PROXY_SSE_ISSUE, Origin.PROXY, rule, because).sure(Confidence.MEDIUM);
  }
}

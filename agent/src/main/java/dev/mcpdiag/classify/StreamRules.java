package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_REQUEST;
import static dev.mcpdiag.evidence.FactKind.STREAM_ENDED;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the one event stream that the SSE transport lives by. Whatever it was, every
 * call of the connection runs into the same time-out, so it is trusted at medium confidence.
 */
final class StreamRules {
  private static final long BRIEF_NANOS = 1_000_000_000;
  private static final String WHERE = "on the event stream of this connection";

  private StreamRules() {}

  /** The first decisive fact since the stream was last asked for; null if the stream is well. */
  static @Nullable Verdict judge(Case failed) {
    List<Noted> facts = ofStream(failed);
    for (Noted fact : facts) {
      Verdict verdict =
          switch (fact.kind()) {
            case HTTP_STATUS -> byAnswer(facts);
            case HTTP_ERROR, CONNECT_ERROR -> network(fact, failed);
            case MESSAGE_UNREADABLE -> unreadable();
            case STREAM_ENDED -> ended(facts, failed);
            default -> null;
          };
      if (verdict != null) {
        return verdict
            .because(verdict.because() + TimeoutRules.age(fact, failed))
            .sure(Confidence.MEDIUM);
      }
    }
    return null;
  }

  /** Facts of the newest attempt: an earlier stream explains nothing any more. */
  static List<Noted> ofStream(Case failed) {
    return newestAttempt(failed.connectionFacts());
  }

  private static List<Noted> newestAttempt(List<Noted> all) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).kind() == HTTP_REQUEST) {
        return all.subList(i, all.size());
      }
    }
    return all;
  }

  private static @Nullable Verdict byAnswer(List<Noted> facts) {
    CallFacts seen = new CallFacts(facts);
    Verdict byProxy = ProxyStreamRules.refused(seen, WHERE);
    if (byProxy != null) {
      return byProxy;
    }
    Verdict byStatus = HttpRules.judge(seen, WHERE);
    if (byStatus != null) {
      return byStatus;
    }
    String media = seen.mediaType();
    return media == null || seen.isEventStream()
        ? null
        : MediaRules.wrong(media, seen.hasIntermediary(), WHERE);
  }

  private static @Nullable Verdict network(Noted fact, Case failed) {
    ThrowableChain chain = fact.chain();
    return chain == null ? null : NetworkRules.judge(chain, failed.isHostKnown(), false);
  }

  private static Verdict unreadable() {
    return Verdict.of(
        Codes.MALFORMED_MESSAGE,
        Origin.PEER,
        "unreadable-event",
        "an event could not be read as JSON-RPC " + WHERE + ", so the SDK stopped reading");
  }

  private static Verdict ended(List<Noted> facts, Case failed) {
    String what = "the event stream of this connection";
    Verdict byProxy = ProxyStreamRules.cut(new CallFacts(facts), what);
    if (byProxy == null && isBrief(facts)) {
      // After a cut the SDK may try a new stream and give it up at once: the cut is the cause.
      List<Noted> all = failed.connectionFacts();
      byProxy =
          ProxyStreamRules.cut(
              new CallFacts(newestAttempt(all.subList(0, all.size() - facts.size()))), what);
    }
    return byProxy != null
        ? byProxy
        : Verdict.of(
            Codes.STREAM_INTERRUPTED,
            Origin.NETWORK,
            "stream-ended",
            "the event stream of this connection had ended");
  }

  private static boolean isBrief(List<Noted> attempt) {
    Noted end = Facts.newestIn(attempt, STREAM_ENDED);
    return end != null && end.nanos() - attempt.get(0).nanos() < BRIEF_NANOS;
  }
}

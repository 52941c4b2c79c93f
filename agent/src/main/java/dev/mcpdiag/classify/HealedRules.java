package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_REQUEST;
import static dev.mcpdiag.evidence.FactKind.HTTP_STATUS;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong on the way of a call that went well in the end. */
final class HealedRules {
  private HealedRules() {}

  /** The first exchange that was refused or cut off; null where all went well. */
  static @Nullable Verdict judge(List<Noted> facts) {
    for (int i = 0; i < facts.size(); i++) {
      Noted fact = facts.get(i);
      if (fact.isRefusal()) {
        return wasAskedAgain(facts, i)
            ? HttpRules.judge(
                new CallFacts(exchangeOf(facts, i)), "on the first try of this request")
            : null;
      }
      if (fact.isCut()) {
        return Verdict.of(
            Codes.STREAM_INTERRUPTED,
            Origin.NETWORK,
            "stream-resumed",
            "the answer's stream was cut off, and the answer came all the same");
      }
    }
    return null;
  }

  /** A second owner of the session: the SDK goes on without the stream that it asked for. */
  static @Nullable Verdict ofStream(List<Noted> facts) {
    for (Noted fact : facts) {
      if (fact.kind() == HTTP_STATUS && fact.value().equals("409")) {
        return HttpRules.judge(new CallFacts(facts), "on the request for a stream");
      }
    }
    return null;
  }

  private static boolean wasAskedAgain(List<Noted> facts, int after) {
    return facts.subList(after, facts.size()).stream().anyMatch(f -> f.kind() == HTTP_REQUEST);
  }

  /** Facts of the body may come after the status, those of the next try do not count. */
  private static List<Noted> exchangeOf(List<Noted> facts, int status) {
    int end = status;
    while (end < facts.size() && facts.get(end).kind() != HTTP_REQUEST) {
      end++;
    }
    return facts.subList(0, end);
  }
}

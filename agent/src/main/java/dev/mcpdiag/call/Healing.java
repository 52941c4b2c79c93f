package dev.mcpdiag.call;

import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import java.util.List;

/** Whether a call went well only because a refused request was sent again after a sign-in. */
final class Healing {
  private Healing() {}

  static boolean isIn(Facts facts) {
    Noted flow = facts.newest(FactKind.OAUTH_FLOW);
    return flow != null && flow.value().equals(FactValue.HEALED);
  }

  /** What was known when the sign-in began: the refusal and nothing after it. */
  static List<Noted> before(List<Noted> facts) {
    int at = 0;
    while (at < facts.size() && facts.get(at).kind() != FactKind.OAUTH_FLOW) {
      at++;
    }
    return facts.subList(0, at);
  }
}

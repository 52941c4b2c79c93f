package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.catalogue.Vocabulary;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses words of a classifier that nobody understands, as the rules file refuses them. */
final class Words {
  private static final int MAX_CHARS = 63;

  private Words() {}

  /** What is wrong with the words of this diagnosis, null if nothing is. */
  static @Nullable ExtensionFault unknownIn(Diagnosis said) {
    if (!FitDiagnosis.isAllowed(said.code())) {
      return new ExtensionFault(
          "",
          said.code() + " is not in the catalogue of MCP_ codes",
          "see java -jar mcpdiag-agent.jar --codes, or begin it with another word");
    }
    ExtensionFault fault =
        unknown("call to action", said.callToAction(), Vocabulary.CALLS_TO_ACTION);
    for (NextStep step : said.nextSteps()) {
      if (fault == null) {
        fault = unknown("action of a next step", step.action(), Vocabulary.ACTIONS);
      }
    }
    return fault;
  }

  private static @Nullable ExtensionFault unknown(String what, String word, Set<String> known) {
    if (known.contains(word)) {
      return null;
    }
    String shown = word.length() > MAX_CHARS ? word.substring(0, MAX_CHARS) + "..." : word;
    return new ExtensionFault(
        "", "the " + what + " \"" + shown + "\" is unknown", Keys.meant(shown, known));
  }
}

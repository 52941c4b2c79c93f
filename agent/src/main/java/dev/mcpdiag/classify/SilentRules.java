package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.AgenticWorkflows;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Results that say success and are none, by the whole text of programs that are known to do so
 * (design/taxonomy.md#ambiguous-evidence). No word inside a text is ever enough.
 */
public final class SilentRules {
  /** LangChain4j's clients give this for a tool that took too long; gateways pass it on. */
  private static final String LANGCHAIN4J_TIMEOUT = "There was a timeout executing the tool";

  /** The GitHub MCP server, issue 1952: followed by the parameter's name and nothing more. */
  private static final String GITHUB_MISSING = "missing required parameter: ";

  private static final int LONGEST = 120;

  private SilentRules() {}

  /** Whether a result without {@code isError} is a failure all the same; asked for every result. */
  public static boolean isKnown(String text) {
    return (text.length() <= LONGEST && (text.equals(LANGCHAIN4J_TIMEOUT) || isMissing(text)))
        || AgenticWorkflows.isFailedAudit(text);
  }

  static @Nullable Verdict judge(Case failed) {
    String text = failed.resultText();
    if (failed.ending() != Case.Ending.SILENT || text == null) {
      return null;
    }
    return byText(text).sure(Confidence.MEDIUM);
  }

  private static Verdict byText(String text) {
    if (text.equals(LANGCHAIN4J_TIMEOUT)) {
      return Verdict.of(
          Codes.REQUEST_TIMEOUT,
          Origin.TOOL,
          "silent-timeout",
          "a successful result with the known text for a tool that took too long");
    }
    return isMissing(text)
        ? Verdict.of(
            Codes.TOOL_INPUT_INVALID,
            Origin.TOOL,
            "silent-missing-parameter",
            "a successful result in the known shape for a missing parameter")
        : Verdict.of(
            Codes.TOOL_EXECUTION_FAILED,
            Origin.TOOL,
            "silent-error-envelope",
            "a successful result in the known shape for a workflow run that was not audited");
  }

  private static boolean isMissing(String text) {
    if (!text.startsWith(GITHUB_MISSING) || text.length() == GITHUB_MISSING.length()) {
      return false;
    }
    for (int i = GITHUB_MISSING.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(Character.isLetterOrDigit(c) || c == '_')) {
        return false;
      }
    }
    return true;
  }
}

package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.failure.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results that say {@code isError}: the tool ran and failed (taxonomy, group D). */
final class ResultRules {
  /** Words that only hint; a tool's text is no evidence about the transport (taxonomy 3.5). */
  private static final String[][] HINTS = {
    {"rate limit", "hint_rate_limit"},
    {"too many requests", "hint_rate_limit"},
    {"unauthorized", "hint_unauthorized"},
    {"access denied", "hint_access_denied"},
    {"permission denied", "hint_access_denied"},
    {"timed out", "hint_timeout"},
    {"timeout", "hint_timeout"},
  };

  private ResultRules() {}

  static @Nullable Verdict judge(Case failed) {
    if (failed.ending() != Case.Ending.ERROR_RESULT) {
      return null;
    }
    String text = failed.resultText() == null ? "" : failed.resultText().toLowerCase(Locale.ROOT);
    Verdict unknownTool = unknownTool(failed, text);
    if (unknownTool != null) {
      return unknownTool;
    }
    if (text.startsWith("tool (") && text.contains("input validation failed")) {
      return Verdict.of(
              Codes.TOOL_INPUT_INVALID,
              Origin.PEER,
              "result-input-validation",
              "the SDK's input validation refused the arguments")
          .sure(Confidence.MEDIUM);
    }
    return Verdict.of(
            Codes.TOOL_EXECUTION_FAILED,
            Origin.TOOL,
            "result-is-error",
            "the result says isError and nothing more is known")
        .sure(Confidence.LOW)
        .reason(hint(text));
  }

  /** Python and TypeScript servers answer an unknown tool with a result (taxonomy 3.5). */
  private static @Nullable Verdict unknownTool(Case failed, String text) {
    boolean saysSo = text.startsWith("unknown tool") || text.startsWith("mcp error -32602");
    if (!saysSo || Boolean.TRUE.equals(failed.isToolListed())) {
      return null;
    }
    return Verdict.of(
            Codes.TOOL_NOT_FOUND,
            Origin.PEER,
            "result-unknown-tool",
            "an error result in the known shape for an unknown tool")
        .sure(failed.isToolListed() == null ? Confidence.MEDIUM : Confidence.HIGH);
  }

  private static @Nullable String hint(String text) {
    for (String[] hint : HINTS) {
      if (text.contains(hint[0])) {
        return hint[1];
      }
    }
    return null;
  }
}

package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Results that say {@code isError}: the tool ran and failed (design/taxonomy.md#tool-work). A known
 * structured shape decides; the exact texts of the SDKs' own servers decide with less confidence;
 * other text only hints.
 */
final class ResultRules {
  /**
   * Words that only hint; a tool's text is no evidence about the transport
   * (design/taxonomy.md#ambiguous-evidence).
   */
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
    String shape = failed.facts().value(FactKind.RESULT_SHAPE);
    if (shape != null) {
      return byShape(shape);
    }
    String text = failed.resultText() == null ? "" : Opening.of(failed.resultText());
    Verdict known = byText(failed, text);
    return known == null ? unexplained(hint(text)) : known;
  }

  /** A structured statement of the peer, whose words are a closed set ({@code ResultShape}). */
  private static Verdict byShape(String shape) {
    String because = "the result has the known shape " + shape;
    return switch (shape) {
      case "failure_type.validation", "error.invalid_input" ->
          byShape(Codes.TOOL_INPUT_INVALID, because);
      case "error.not_found" -> byShape(Codes.TOOL_INPUT_INVALID, because).reason("not_found");
      case "failure_type.permission" -> denied(because);
      case "failure_type.transient" -> byShape(Codes.TOOL_DEPENDENCY_FAILED, because);
      case "failure_type.business", "error.conflict" -> byShape(Codes.TOOL_BUSINESS_RULE, because);
      case "error.internal" ->
          byShape(Codes.TOOL_EXECUTION_FAILED, because).type(FailureType.INTERNAL, Retry.NO);
      default -> byProblem(Integer.parseInt(shape.substring("problem.".length())), because);
    };
  }

  /** The status of a problem document (RFC 9457), which the tool met or gives. */
  private static Verdict byProblem(int status, String because) {
    return switch (status) {
      case 400, 422 -> byShape(Codes.TOOL_INPUT_INVALID, because);
      case 401, 403 -> denied(because);
      case 404 -> byShape(Codes.TOOL_INPUT_INVALID, because).reason("not_found");
      case 409 -> byShape(Codes.TOOL_BUSINESS_RULE, because);
      default ->
          status == 429 || status >= 500
              ? byShape(Codes.TOOL_DEPENDENCY_FAILED, because)
              : unexplained(null);
    };
  }

  private static Verdict denied(String because) {
    return byShape(Codes.PERMISSION_DENIED, because).reason("tool_policy");
  }

  private static Verdict byShape(String code, String because) {
    return Verdict.of(code, Origin.TOOL, "result-shape", because);
  }

  /**
   * What the servers of the Java, Python and TypeScript SDKs say themselves
   * (design/taxonomy.md#ambiguous-evidence).
   */
  private static @Nullable Verdict byText(Case failed, String text) {
    if (isAboutInput(text)) {
      return medium(
          Codes.TOOL_INPUT_INVALID,
          "result-input-validation",
          "the server's input validation refused the arguments");
    }
    if (isAboutOutput(text)) {
      return medium(
          Codes.OUTPUT_SCHEMA_VIOLATION,
          "result-output-validation",
          "the server's output validation refused the tool's result");
    }
    boolean isUnknown = text.startsWith("unknown tool") || text.startsWith("mcp error -32602");
    if (!isUnknown || Boolean.TRUE.equals(failed.isToolListed())) {
      return null;
    }
    Verdict verdict =
        medium(
            Codes.TOOL_NOT_FOUND,
            "result-unknown-tool",
            "an error result in the known shape for an unknown tool");
    return failed.isToolListed() == null ? verdict : verdict.sure(Confidence.HIGH);
  }

  private static boolean isAboutInput(String text) {
    return (text.startsWith("tool (") && text.contains("input validation failed"))
        || text.startsWith("input validation error:")
        || text.startsWith("mcp error -32602: input validation error:")
        || text.startsWith("mcp error -32602: invalid arguments for tool")
        || (text.startsWith("error executing tool ") && isPydantic(text));
  }

  /** {@code 2 validation errors for addArguments}, as Pydantic counts. */
  private static boolean isPydantic(String text) {
    int colon = text.indexOf(": ");
    int says = text.indexOf(" validation error", Math.max(colon, 0));
    if (colon < 0 || says <= colon + 2 || !text.contains("arguments")) {
      return false;
    }
    for (int i = colon + 2; i < says; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAboutOutput(String text) {
    return (text.startsWith("tool (") && text.contains("output validation failed"))
        || text.startsWith("validation failed: structuredcontent does not match")
        || text.startsWith("response missing structured content which is expected")
        || text.startsWith("mcp error -32602: output validation error:")
        || text.startsWith("output validation error:");
  }

  private static Verdict medium(String code, String rule, String because) {
    return Verdict.of(code, Origin.PEER, rule, because).sure(Confidence.MEDIUM);
  }

  private static Verdict unexplained(@Nullable String hint) {
    return Verdict.of(
            Codes.TOOL_EXECUTION_FAILED,
            Origin.TOOL,
            "result-is-error",
            "the result says isError and nothing more is known")
        .sure(Confidence.LOW)
        .reason(hint);
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

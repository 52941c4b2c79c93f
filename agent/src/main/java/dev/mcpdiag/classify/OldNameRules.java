package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Names that a server of an old SDK does not know: until 0.13 it said so with -32603 or no code at
 * all, so its own words decide - where no handler of the application ran that could have said them.
 */
final class OldNameRules {
  private OldNameRules() {}

  static @Nullable Verdict judge(Case failed) {
    if (!failed.isAnswering() || failed.side() != Side.SERVER || failed.phase() == Phase.HANDLER) {
      return null;
    }
    String text = text(failed);
    String code =
        switch (failed.method()) {
          case "tools/call" ->
              says(text, "tool not found", "unknown tool") ? Codes.TOOL_NOT_FOUND : null;
          case "prompts/get" -> says(text, "prompt not found") ? Codes.PROMPT_NOT_FOUND : null;
          case "resources/read" ->
              says(text, "resource not found") ? Codes.RESOURCE_NOT_FOUND : null;
          default -> null;
        };
    if (code == null && says(text, "missing handler for request type")) {
      code = Codes.METHOD_NOT_FOUND;
    }
    return code == null
        ? null
        : Verdict.of(code, Origin.PEER, "old-sdk-name", "this server's SDK knows no such name")
            .sure(Confidence.MEDIUM);
  }

  private static String text(Case failed) {
    ThrowableChain chain = failed.chain();
    String own = chain.isEmpty() ? "" : chain.links().get(0).message();
    String text = failed.peer() == null ? own : failed.peer().message();
    return Opening.of(text);
  }

  private static boolean says(String text, String... starts) {
    for (String start : starts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}

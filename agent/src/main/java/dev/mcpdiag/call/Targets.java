package dev.mcpdiag.call;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.telemetry.TargetProof;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a failed call asked for exists. */
final class Targets {
  private static final Set<String> NOT_FOUND =
      Set.of(Codes.TOOL_NOT_FOUND, Codes.PROMPT_NOT_FOUND, Codes.RESOURCE_NOT_FOUND);

  /** What most servers say to a name that they do not know, as to wrong arguments. */
  private static final int INVALID_PARAMS = -32602;

  private Targets() {}

  /**
   * By what the server listed; without a list, by the answer. On the side of the server a handler
   * was found or not.
   *
   * @param rpcCode of the answer, null if none came
   */
  static TargetProof proof(OpenCall call, Verdict verdict, @Nullable Integer rpcCode) {
    if (NOT_FOUND.contains(verdict.code())) {
      return TargetProof.DOUBTED;
    }
    if (call.role().isAnswering()) {
      return call.isHandled() ? TargetProof.PROVEN : TargetProof.DOUBTED;
    }
    Boolean isListed = isListed(call);
    if (isListed != null) {
      return isListed ? TargetProof.PROVEN : TargetProof.DOUBTED;
    }
    boolean mayBeUnknown = rpcCode != null && rpcCode == INVALID_PARAMS;
    return mayBeUnknown ? TargetProof.DOUBTED : TargetProof.UNSURE;
  }

  /** Whether the server's last list names the tool or prompt; null where there is no list. */
  static @Nullable Boolean isListed(OpenCall call) {
    Invocation invocation = call.invocation();
    if (invocation.request().tool() != null) {
      return call.connection().tools().has(invocation.request().tool());
    }
    String prompt = invocation.request().prompt();
    return prompt == null ? null : call.connection().prompts().has(prompt);
  }
}

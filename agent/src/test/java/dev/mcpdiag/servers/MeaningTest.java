package dev.mcpdiag.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each code says something of its server's connection state, or is known to say nothing. */
class MeaningTest {
  /** Codes of one call: in the midst of work they tell nothing of the connection. */
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "MCP_INSPECTION_FAILED",
          "MCP_RATE_LIMITED",
          "MCP_OVERLOADED",
          "MCP_PAYLOAD_TOO_LARGE",
          "MCP_INIT_TIMEOUT",
          "MCP_REQUEST_TIMEOUT",
          "MCP_SESSION_CONFLICT",
          "MCP_NOT_CONNECTED",
          "MCP_PROTOCOL_MISMATCH",
          "MCP_HEADER_MISMATCH",
          "MCP_CLIENT_CAPABILITY_MISSING",
          "MCP_METHOD_NOT_FOUND",
          "MCP_INVALID_REQUEST",
          "MCP_MALFORMED_MESSAGE",
          "MCP_INVALID_PARAMS",
          "MCP_TOOL_NOT_FOUND",
          "MCP_RESOURCE_NOT_FOUND",
          "MCP_PROMPT_NOT_FOUND",
          "MCP_TASK_NOT_FOUND",
          "MCP_SERVER_ERROR",
          "MCP_TOOL_INPUT_INVALID",
          "MCP_TOOL_EXECUTION_FAILED",
          "MCP_TOOL_BUSINESS_RULE",
          "MCP_TOOL_DEPENDENCY_FAILED",
          "MCP_OUTPUT_SCHEMA_VIOLATION",
          "MCP_SCOPE_INSUFFICIENT",
          "MCP_PERMISSION_DENIED",
          "MCP_URL_ELICITATION_REQUIRED",
          "MCP_USER_INPUT_REQUIRED",
          "MCP_USER_DECLINED",
          "MCP_CLIENT_HANDLER_FAILED",
          "MCP_CANCELLED",
          "MCP_INTERNAL_ERROR",
          "MCP_UNKNOWN");

  @Test
  void isDecidedForEachCode() {
    List<String> undecided = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (CodeEntry entry : Catalogue.entries()) {
      boolean hasState = Meaning.of(atWork(entry.code())) != null;
      if (!hasState && !SAY_NOTHING.contains(entry.code())) {
        undecided.add(entry.code());
      }
      if (hasState && SAY_NOTHING.contains(entry.code())) {
        twice.add(entry.code());
      }
    }
    assertEquals(
        List.of(),
        undecided,
        "what do these codes say of the connection? Add a state to Meaning.BY_CODE"
            + " (agent/src/main/java/dev/mcpdiag/servers/Meaning.java), or the code to SAY_NOTHING here");
    assertEquals(List.of(), twice, "these codes have a state: take them out of SAY_NOTHING here");
  }

  /** A failure in the midst of work that no answer of the server made. */
  private static Failure atWork(String code) {
    Peer peer = new Peer("search", null, Transport.STREAMABLE_HTTP, null, null, null);
    return Failures.of(
        Failures.attempt(Phase.CALL, peer, Request.of("tools/call")),
        Diagnosis.of(code, FailureType.TRANSIENT).build(),
        Origin.UNKNOWN,
        "");
  }
}

package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.Scenario.Wire;
import java.util.List;

/**
 * Results with {@code isError} in the shapes that servers really send: structured ones decide,
 * known texts of the other SDKs decide with less confidence, and all other text decides nothing
 * (design/taxonomy.md#precedence, step 3).
 */
final class ToolResultScenarios {
  private static final String CLI = "{'failureType':'%s','message':'no'}";
  private static final String EVE = "{'error':{'code':'%s','message':'no'}}";
  private static final String PROBLEM =
      "{'type':'about:blank','title':'no','status':%s,'detail':'no'}";

  private ToolResultScenarios() {}

  static List<Scenario> all() {
    return List.of(
        structured("cli-validation", CLI.formatted("validation"), sure("MCP_TOOL_INPUT_INVALID")),
        structured(
            "cli-permission",
            CLI.formatted("permission"),
            sure("MCP_PERMISSION_DENIED").reason("tool_policy")),
        structured("cli-transient", CLI.formatted("transient"), sure("MCP_TOOL_DEPENDENCY_FAILED")),
        structured("cli-business", CLI.formatted("business"), sure("MCP_TOOL_BUSINESS_RULE")),
        structured("eve-input", EVE.formatted("invalid_input"), sure("MCP_TOOL_INPUT_INVALID")),
        structured(
            "eve-not-found",
            EVE.formatted("not_found"),
            sure("MCP_TOOL_INPUT_INVALID").reason("not_found")),
        structured("eve-conflict", EVE.formatted("conflict"), sure("MCP_TOOL_BUSINESS_RULE")),
        structured(
            "eve-internal",
            EVE.formatted("internal"),
            sure("MCP_TOOL_EXECUTION_FAILED").type("internal")),
        structured("problem-403", PROBLEM.formatted(403), sure("MCP_PERMISSION_DENIED")),
        structured("problem-422", PROBLEM.formatted(422), sure("MCP_TOOL_INPUT_INVALID")),
        structured("problem-409", PROBLEM.formatted(409), sure("MCP_TOOL_BUSINESS_RULE")),
        structured("problem-503", PROBLEM.formatted(503), sure("MCP_TOOL_DEPENDENCY_FAILED")),
        structured("other-shape", "{'status':'failed','error':'no'}", unknown()),
        text(
            "json-text",
            CLI.formatted("business").replace("'", "\\\""),
            sure("MCP_TOOL_BUSINESS_RULE")),
        text(
            "typescript-unknown",
            "MCP error -32602: Tool echo not found",
            maybe("MCP_TOOL_NOT_FOUND")),
        text(
            "typescript-input",
            "MCP error -32602: Input validation error: Invalid arguments for tool echo: a",
            maybe("MCP_TOOL_INPUT_INVALID")),
        text("python-unknown", "Unknown tool: echo", maybe("MCP_TOOL_NOT_FOUND")),
        text(
            "python-input",
            "Error executing tool echo: 1 validation error for echoArguments",
            maybe("MCP_TOOL_INPUT_INVALID")),
        text(
            "python-schema",
            "Input validation error: 'a' is a required property",
            maybe("MCP_TOOL_INPUT_INVALID")),
        text("python-threw", "Error executing tool echo: connection refused", unknown()),
        text(
            "java-output",
            "Tool (echo) output validation failed: a is missing",
            maybe("MCP_OUTPUT_SCHEMA_VIOLATION")),
        text(
            "java-output-absent",
            "Response missing structured content which is expected when calling tool with non-empty outputSchema",
            maybe("MCP_OUTPUT_SCHEMA_VIOLATION")),
        text("listed-but-says-unknown", "Unknown tool: echo", unknown(), "list"));
  }

  private static Expected sure(String code) {
    return code(code).confidence("high");
  }

  private static Expected maybe(String code) {
    return code(code).confidence("medium");
  }

  private static Expected unknown() {
    return code("MCP_TOOL_EXECUTION_FAILED").confidence("low");
  }

  private static Scenario structured(String name, String content, Expected failure) {
    return scenario(
        name,
        "{\"content\":[{\"type\":\"text\",\"text\":\"no\"}],\"structuredContent\":%s,\"isError\":true}"
            .formatted(content.replace('\'', '"')),
        failure,
        "call echo");
  }

  private static Scenario text(String name, String text, Expected failure, String... before) {
    String result =
        "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}],\"isError\":true}".formatted(text);
    return before.length == 0
        ? scenario(name, result, failure, "call echo")
        : scenario(name, result, failure, before[0], "call echo");
  }

  private static Scenario scenario(
      String name, String result, Expected failure, String... operations) {
    McpPeer peer = new McpPeer().but("tools/call", Answers.result(result));
    String[] all = new String[operations.length + 1];
    all[0] = "init";
    System.arraycopy(operations, 0, all, 1, operations.length);
    return Scenario.over(Wire.STREAMABLE, "result-" + name, (servers, id) -> servers.http(peer))
        .doing(all)
        .gives(failure.tool("echo"));
  }
}

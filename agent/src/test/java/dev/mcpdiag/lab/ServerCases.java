package dev.mcpdiag.lab;

import dev.mcpdiag.lab.ServerCase.Timing;
import java.util.ArrayList;
import java.util.List;

/** Everything a server is asked, with what is right (design/taxonomy.md#ambiguous-evidence). */
final class ServerCases {
  private static final String ILLEGAL_STATE = "java.lang.IllegalStateException";

  private final String version;
  private final String mode;
  private final ServerWire wire;
  private final List<ServerCase> cases = new ArrayList<>();

  private ServerCases(ServerSetup setup, String mode) {
    this.version = setup.version();
    this.wire = setup.wire();
    this.mode = mode;
  }

  static List<ServerCase> of(ServerSetup setup, String mode) {
    ServerCases all = new ServerCases(setup, mode);
    all.healthy();
    all.tools();
    all.otherHandlers();
    all.names();
    if (setup.stack() != ServerStack.SDK) {
      all.springAi();
    }
    all.fatal();
    return all.cases;
  }

  /** Codes of what is refused before any call, sorted. */
  static List<String> outside(ServerSetup setup, String mode) {
    return switch (setup.wire()) {
      case STDIO -> mode.equals("sync") ? List.of("MCP_MALFORMED_MESSAGE") : List.of();
      case SSE ->
          List.of(
              "MCP_INVALID_REQUEST",
              "MCP_MALFORMED_MESSAGE",
              "MCP_MALFORMED_MESSAGE",
              "MCP_SESSION_EXPIRED");
      case STREAMABLE ->
          List.of(
              "MCP_INVALID_REQUEST",
              "MCP_INVALID_REQUEST",
              "MCP_MALFORMED_MESSAGE",
              "MCP_MALFORMED_MESSAGE",
              "MCP_SESSION_EXPIRED");
      case STATELESS ->
          List.of("MCP_INVALID_REQUEST", "MCP_MALFORMED_MESSAGE", "MCP_MALFORMED_MESSAGE");
    };
  }

  private void healthy() {
    cases.add(ServerCase.tool("echo"));
    cases.add(ServerCase.prompt("echo"));
    cases.add(ServerCase.resource("echo"));
    cases.add(ServerCase.completion("echo"));
    cases.add(ServerCase.of("list", "tools/list", ""));
    if (wire != ServerWire.STATELESS) { // who has no session tells nothing in between
      cases.add(ServerCase.tool(ServerCase.TELLING));
    }
    cases.add(ServerCase.tool(ServerCase.DEBUG_ID));
    cases.add(ServerCase.prompt(ServerCase.DEBUG_ID));
    cases.add(ServerCase.resource(ServerCase.DEBUG_ID));
    cases.add(ServerCase.completion(ServerCase.DEBUG_ID));
    if (wire == ServerWire.STDIO || wire == ServerWire.SSE) {
      cases.add(
          ServerCase.of("early", "tools/list", "")
              .gives(seen("MCP_NOT_CONNECTED").reason("not_initialized").phase("list"), null, true)
              .at(Timing.EARLY));
    }
  }

  private void tools() {
    tool("runtime", handler("MCP_INTERNAL_ERROR", ILLEGAL_STATE, "ledger 7 is closed"));
    tool("silent", handler("MCP_INTERNAL_ERROR", ILLEGAL_STATE, ""));
    tool(
        "illegal",
        handler(
                "MCP_TOOL_INPUT_INVALID",
                "java.lang.IllegalArgumentException",
                "city must not be empty")
            .confidence("low"));
    tool(
        "refused",
        handler("MCP_TOOL_DEPENDENCY_FAILED", ILLEGAL_STATE, "the stock service is away"));
    tool("sql08001", handler("MCP_TOOL_DEPENDENCY_FAILED", ILLEGAL_STATE, "no stock figures"));
    tool("sql23505", handler("MCP_INTERNAL_ERROR", "java.sql.SQLException", "duplicate key"));
    tool(
        "sql28000",
        handler("MCP_TOOL_DEPENDENCY_FAILED", "java.sql.SQLException", "login refused")
            .reason("credentials"));
    tool("denied", handler("MCP_PERMISSION_DENIED", "java.lang.SecurityException", "not for you"));
    tool(
        "assertion",
        handler("MCP_INTERNAL_ERROR", "java.lang.AssertionError", "balance is negative"));
    String mcpError = "io.modelcontextprotocol.spec.McpError";
    cases.add(
        ServerCase.tool("coded")
            .gives(
                handler("MCP_SERVER_ERROR", mcpError, "the plan has no seats left"), -32050, true));
    cases.add(
        ServerCase.tool("argument")
            .gives(
                handler("MCP_INVALID_PARAMS", mcpError, "argument city is required"),
                -32602,
                false));
    cases.add(
        ServerCase.tool("sad")
            .gives(seen("MCP_TOOL_EXECUTION_FAILED").phase("handler"), null, true));
    cases.add(
        ServerCase.tool("nothing").gives(seen("MCP_INTERNAL_ERROR").phase("handler"), null, true));
  }

  private void otherHandlers() {
    for (ServerCase handled :
        List.of(
            ServerCase.prompt("runtime"),
            ServerCase.resource("runtime"),
            ServerCase.completion("runtime"))) {
      cases.add(handled.gives(handler("MCP_INTERNAL_ERROR", ILLEGAL_STATE, "ledger 7 is closed")));
    }
    cases.add(
        ServerCase.prompt("illegal")
            .gives(
                handler(
                    "MCP_INTERNAL_ERROR",
                    "java.lang.IllegalArgumentException",
                    "city must not be empty")));
    cases.add(
        ServerCase.resource("refused")
            .gives(
                handler("MCP_TOOL_DEPENDENCY_FAILED", ILLEGAL_STATE, "the stock service is away")));
  }

  private void names() {
    Expected noTool = seen("MCP_TOOL_NOT_FOUND").phase("call");
    cases.add(unknown(ServerCase.tool("missing"), noTool, -32602, "0.12.0"));
    Expected noPrompt = seen("MCP_PROMPT_NOT_FOUND").phase("prompt");
    cases.add(unknown(ServerCase.prompt("missing"), noPrompt, -32602, "0.14.0"));
    Expected noResource = seen("MCP_RESOURCE_NOT_FOUND").phase("read");
    cases.add(unknown(ServerCase.resource("missing"), noResource, -32002, "0.13.0"));
    boolean isAnswered = wire != ServerWire.STATELESS || !version.startsWith("0.");
    cases.add(
        ServerCase.of("method", "lab/unknown", "")
            .gives(
                seen("MCP_METHOD_NOT_FOUND").phase("call"),
                isAnswered ? -32601 : -32603, // older stateless servers answer HTTP 500
                !isAnswered));
  }

  /** Until this version, the SDK's answer was -32603. */
  private ServerCase unknown(ServerCase asked, Expected failure, int code, String since) {
    boolean hasCode = SdkVersions.isAtLeast(version, since);
    return asked.gives(failure, hasCode ? code : -32603, !hasCode);
  }

  /** Spring AI answers with a result that says error; the exception is the tool's own. */
  private void springAi() {
    if (SpringClasspath.hasCallbacks(version)) {
      swallowed("callback");
    }
    if (SpringClasspath.hasAnnotations(version)) {
      swallowed("annotated");
      swallowed(
          "annotated-illegal",
          handler(
                  "MCP_TOOL_INPUT_INVALID",
                  "java.lang.IllegalArgumentException",
                  "city must not be empty")
              .confidence("low"));
    }
  }

  private void swallowed(String kind) {
    cases.add(ServerCase.tool(kind + "-echo"));
    swallowed(
        kind + "-runtime", handler("MCP_INTERNAL_ERROR", ILLEGAL_STATE, "ledger 7 is closed"));
    swallowed(
        kind + "-absent",
        handler(
            "MCP_INTERNAL_ERROR", "java.lang.NullPointerException", "no stock figures at hand"));
    swallowed(
        kind + "-refused",
        handler("MCP_TOOL_DEPENDENCY_FAILED", ILLEGAL_STATE, "the stock service is away"));
    swallowed(
        kind + "-sql08001",
        handler("MCP_TOOL_DEPENDENCY_FAILED", ILLEGAL_STATE, "no stock figures"));
  }

  private void swallowed(String tool, Expected failure) {
    cases.add(ServerCase.tool(tool).gives(failure.with("error.type", "tool_error"), null, true));
  }

  private void fatal() {
    fatal("overflow", "java.lang.StackOverflowError");
    if (mode.equals("sync")) { // an async handler takes the reader of stdin with it
      fatal("unlinked", "java.lang.NoClassDefFoundError");
    }
  }

  private void fatal(String tool, String type) {
    cases.add(
        ServerCase.tool(tool)
            .gives(
                seen("MCP_INTERNAL_ERROR")
                    .phase("handler")
                    .with("exception.type", type)
                    .with("error.type", type),
                null,
                true)
            .at(Timing.LAST));
  }

  private void tool(String name, Expected failure) {
    cases.add(ServerCase.tool(name).gives(failure.with("error.type", "-32603")));
  }

  private Expected handler(String code, String type, String message) {
    return seen(code)
        .phase("handler")
        .with("exception.type", type)
        .with("exception.message", message);
  }

  private Expected seen(String code) {
    return Expected.code(code)
        .with("mcpdiag.side", "server")
        .with("mcpdiag.server.name", "lab-" + mode);
  }
}

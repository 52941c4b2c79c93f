package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calls over streamable HTTP: time-outs, cancels, errors of the peer, tools that fail. */
final class CallScenarios {
  private static final String FAILED_AUDIT =
      "{\"error\":\"failed to audit workflow run: no such run\",\"run_ids_or_urls\":[\"1\"],"
          + "\"suggestions\":[\"look again\"]}";

  private CallScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(healthy());
    all.addAll(waiting());
    all.addAll(ending());
    all.addAll(tools());
    all.addAll(peerErrors());
    return all;
  }

  private static List<Scenario> waiting() {
    return List.of(
        with("init-never-answers", Answers.never()).gives(code("MCP_INIT_TIMEOUT").phase("init")),
        with("init-timer-wins", Answers.never())
            .with("initTimeout=1500", "requestTimeout=6000")
            .gives(code("MCP_INIT_TIMEOUT").phase("init")),
        with("slow-headers", new McpPeer().but("tools/call", Answers.slowHeaders()))
            .doing("init", "call echo")
            .gives(code("MCP_REQUEST_TIMEOUT").phase("call").tool("echo")),
        with("call-never-answers", new McpPeer().but("tools/call", Answers.never()))
            .doing("init", "call echo")
            .gives(code("MCP_REQUEST_TIMEOUT").phase("call").tool("echo")),
        with("list-never-answers", new McpPeer().but("tools/list", Answers.never()))
            .doing("init", "list")
            .gives(code("MCP_REQUEST_TIMEOUT").phase("list")),
        with(
                "slow-beside-503",
                new McpPeer()
                    .but("tools/call slow", Answers.never())
                    .but("tools/call other", Answers.status(503)))
            .doing("init", "both slow other")
            .gives(
                code("MCP_REQUEST_TIMEOUT").tool("slow"),
                code("MCP_SERVER_UNAVAILABLE").tool("other").confidence("high")),
        with(
                "slow-after-503",
                new McpPeer()
                    .but("tools/call slow", Answers.never())
                    .but("tools/call other", Answers.status(503)))
            .doing("init", "call other", "call slow")
            .gives(
                code("MCP_SERVER_UNAVAILABLE").tool("other").confidence("high"),
                code("MCP_REQUEST_TIMEOUT").tool("slow")),
        with(
                "late-answer",
                new McpPeer().but("tools/call slow", Answers.later(2500, new McpPeer())))
            .with("requestTimeout=1500")
            .doing("init", "call slow", "sleep 2000", "call echo")
            .gives(code("MCP_REQUEST_TIMEOUT").tool("slow")),
        with(
                "slow-tool-in-time",
                new McpPeer().but("tools/call", Answers.later(1500, new McpPeer())))
            .doing("init", "call slow")
            .givesNoFailure());
  }

  private static List<Scenario> ending() {
    McpPeer slow = new McpPeer().but("tools/call slow", Answers.never());
    return List.of(
        Scenario.over(
                Wire.STREAMABLE,
                "server-halts-in-call",
                (servers, instance) -> servers.leaving("streamable"))
            .with("requestTimeout=4000", "initTimeout=20000")
            .doing("init", "call halts")
            .gives(code("MCP_CONNECTION_RESET").phase("call").tool("halts")),
        with("cancel", slow)
            .doing("init", "cancel slow")
            .gives(code("MCP_CANCELLED").tool("slow").with("mcpdiag.severity", "info")),
        with("deadline-of-caller", slow)
            .doing("init", "deadline slow")
            .gives(code("MCP_CANCELLED").tool("slow").with("mcpdiag.severity", "info")),
        with("closing-during-a-call", slow)
            .doing("init", "closing slow")
            .gives(code("MCP_CANCELLED").tool("slow").reason("shutdown")),
        with("call-after-close", new McpPeer())
            .since("0.15.0") // before, a closed client silently connected again
            .doing("init", "close", "call echo")
            .gives(code("MCP_NOT_CONNECTED")),
        with("customizer-throws", new McpPeer())
            .with("customizerThrows=the parrot is resting")
            .gives(code("MCP_UNKNOWN").phase("init")),
        customizerThrows("labapp.Transports$DomainNotAllowedException", "MCP_DOMAIN_NOT_ALLOWED"),
        customizerThrows("java.lang.SecurityException", "MCP_DOMAIN_NOT_ALLOWED"),
        customizerThrows("java.util.concurrent.RejectedExecutionException", "MCP_OVERLOADED"));
  }

  /** The host application's own code refuses the request before it leaves. */
  private static Scenario customizerThrows(String type, String code) {
    String name = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return with("customizer-" + name.replace('$', '-'), new McpPeer())
        .with("customizerThrows=no", "customizerException=" + type)
        .gives(code(code).phase("init").confidence("high"));
  }

  private static List<Scenario> tools() {
    return List.of(
        Scenario.over(
                Wire.STREAMABLE, "real-server", (servers, instance) -> servers.realStreamable())
            .with("initTimeout=20000", "requestTimeout=20000")
            .doing("init", "list", "call echo", "call fails", "call nope", "call throws", "ping")
            .gives(
                code("MCP_TOOL_EXECUTION_FAILED").tool("fails").confidence("low"),
                code("MCP_TOOL_NOT_FOUND").tool("nope").confidence("high"),
                code("MCP_SERVER_ERROR").tool("throws").with("mcpdiag.peer_code", "-32603")),
        with("tool-says-error", new McpPeer().but("tools/call", toolText(true, "no such day")))
            .doing("init", "call echo")
            .gives(code("MCP_TOOL_EXECUTION_FAILED").tool("echo").confidence("low")),
        with(
                "tool-says-unauthorized",
                new McpPeer().but("tools/call", toolText(true, "401 unauthorized")))
            .doing("init", "call echo")
            .gives(code("MCP_TOOL_EXECUTION_FAILED").tool("echo").confidence("low")),
        with(
                "tool-input-invalid",
                new McpPeer()
                    .but(
                        "tools/call",
                        toolText(true, "Tool (echo) input validation failed: a is missing")))
            .doing("init", "call echo")
            .gives(code("MCP_TOOL_INPUT_INVALID").tool("echo")),
        silent("silent-timeout", "There was a timeout executing the tool", "MCP_REQUEST_TIMEOUT"),
        silent("silent-parameter", "missing required parameter: owner", "MCP_TOOL_INPUT_INVALID"),
        silent("silent-envelope", quoted(FAILED_AUDIT), "MCP_TOOL_EXECUTION_FAILED"),
        with(
                "audit-that-lists-errors",
                new McpPeer()
                    .but(
                        "tools/call",
                        toolText(false, quoted("{\"errors\":[],\"suggestions\":[]}"))))
            .doing("init", "call echo")
            .givesNoFailure(),
        with(
                "text-about-a-parameter",
                new McpPeer()
                    .but("tools/call", toolText(false, "missing required parameter: an owner")))
            .doing("init", "call echo")
            .givesNoFailure(),
        with("tool-text-with-error-words", new McpPeer().but("tools/call", toolText(false, "503")))
            .doing("init", "call echo")
            .givesNoFailure());
  }

  private static String quoted(String json) {
    return json.replace("\"", "\\\"");
  }

  private static Scenario silent(String name, String text, String code) {
    return with(name, new McpPeer().but("tools/call", toolText(false, text)))
        .doing("init", "call echo")
        .gives(code(code).tool("echo").confidence("medium").with("mcpdiag.silent", "true"));
  }

  private static Answer toolText(boolean isError, String text) {
    return Answers.result(
        "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}],\"isError\":%s}"
            .formatted(text, isError));
  }

  private static List<Scenario> peerErrors() {
    return List.of(
        error("unknown-tool", "call nope", -32602, "Unknown tool: nope", "MCP_TOOL_NOT_FOUND"),
        error("invalid-params", "list", -32602, "bad cursor", "MCP_INVALID_PARAMS"),
        error("method-not-found", "list", -32601, "Method not found", "MCP_METHOD_NOT_FOUND"),
        error("invalid-request", "call echo", -32600, "bad", "MCP_INVALID_REQUEST"),
        deniedByRole(),
        error("parse-error", "call echo", -32700, "bad", "MCP_MALFORMED_MESSAGE"),
        error("server-error", "call echo", -32603, "boom", "MCP_SERVER_ERROR"),
        error("unassigned-code", "call echo", -32000, "boom", "MCP_SERVER_ERROR"),
        error("resource-not-found", "read lab://a", -32002, "none", "MCP_RESOURCE_NOT_FOUND"),
        error("resource-not-found-new", "read lab://a", -32602, "none", "MCP_RESOURCE_NOT_FOUND"),
        error("prompt-not-found", "prompt nope", -32602, "none", "MCP_PROMPT_NOT_FOUND"),
        error("python-prompt", "prompt nope", 0, "Unknown prompt: nope", "MCP_PROMPT_NOT_FOUND"),
        error(
            "python-argument",
            "prompt p",
            0,
            "Missing required arguments: {'a'}",
            "MCP_INVALID_PARAMS"),
        error("python-other", "prompt p", 0, "cannot connect", "MCP_SERVER_ERROR"),
        error("header-mismatch", "call echo", -32020, "no", "MCP_HEADER_MISMATCH"),
        error("capability", "call echo", -32021, "no", "MCP_CLIENT_CAPABILITY_MISSING"),
        error("url-elicitation", "call echo", -32042, "go", "MCP_URL_ELICITATION_REQUIRED"),
        with(
                "invalid-params-of-a-known-tool",
                new McpPeer().but("tools/call", Answers.rpcError(-32602, "a is missing")))
            .doing("init", "list", "call echo")
            .gives(code("MCP_INVALID_PARAMS").tool("echo")),
        with(
                "protocol-mismatch",
                new McpPeer()
                    .but(
                        "initialize",
                        Answers.result(
                            "{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{},"
                                + "\"serverInfo\":{\"name\":\"old\",\"version\":\"1\"}}")))
            .gives(code("MCP_PROTOCOL_MISMATCH").phase("init")));
  }

  /** As the server of GitHub Agentic Workflows refuses a caller. */
  private static Scenario deniedByRole() {
    String data =
        "{\"error\":\"insufficient repository permissions\",\"tool\":\"logs\",\"role\":\"read\","
            + "\"required\":\"write, maintain, or admin\",\"reason\":\"the role is too low\"}";
    return with(
            "denied-by-role",
            new McpPeer().but("tools/call", Answers.rpcError(200, -32600, "no", data)))
        .doing("init", "call echo")
        .gives(
            code("MCP_PERMISSION_DENIED")
                .tool("echo")
                .reason("role")
                .with("mcpdiag.peer_code", "-32600"));
  }

  private static Scenario error(
      String name, String operation, int number, String text, String code) {
    Answer answer = Answers.rpcError(number, text);
    McpPeer peer =
        new McpPeer()
            .but("tools/call", answer)
            .but("tools/list", answer)
            .but("resources/read", answer)
            .but("prompts/get", answer);
    return with("rpc-" + name, peer)
        .doing("init", operation)
        .gives(code(code).with("mcpdiag.peer_code", Integer.toString(number)));
  }

  private static List<Scenario> healthy() {
    return List.of(
        with("healthy", new McpPeer())
            .doing("init", "list", "call echo", "read lab://a", "prompt p", "ping", "close")
            .with("requestTimeout=20000", "initTimeout=20000")
            .givesNoFailure(),
        with("ping-not-known", new McpPeer().but("ping", Answers.rpcError(-32601, "no")))
            .doing("init", "ping", "call echo")
            .givesNoFailure(),
        with("background-get-503", new McpPeer().but("GET", Answers.status(503)))
            .doing("init", "sleep 300", "call echo")
            .givesNoFailure(),
        // A peer for each: only its first stream is cut.
        Scenario.over(
                Wire.STREAMABLE,
                "background-get-cut",
                (servers, instance) ->
                    servers.http(new McpPeer().but("GET", Answers.once(Answers.cutStream(), 405))))
            .doing("init", "call echo", "sleep 4000", "call echo")
            .gives(code("MCP_STREAM_INTERRUPTED").phase("stream")),
        with(
                "background-get-503-beside-slow",
                new McpPeer().but("GET", Answers.status(503)).but("tools/call", Answers.never()))
            .doing("init", "sleep 300", "call slow")
            .gives(code("MCP_REQUEST_TIMEOUT").tool("slow")));
  }

  private static Scenario with(String name, Answer answer) {
    return Scenario.over(Wire.STREAMABLE, name, (servers, instance) -> servers.http(answer));
  }
}

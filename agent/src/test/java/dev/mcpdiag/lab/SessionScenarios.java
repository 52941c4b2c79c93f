package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.List;

/**
 * Sessions that clash, tasks that are gone, messages of 10 MB, and what the SDK gets over by
 * itself: that is no failure, but told as recovered.
 */
final class SessionScenarios {
  private static final String TEN_MEGABYTES = "10485760";

  private SessionScenarios() {}

  static List<Scenario> all() {
    return List.of(
        with("409-in-call", new McpPeer().but("tools/call", Answers.status(409)))
            .doing("init", "call echo")
            .gives(code("MCP_SESSION_CONFLICT").phase("call").tool("echo").confidence("high")),
        with("409-at-get", new McpPeer().but("GET", Answers.status(409)))
            .doing("init", "sleep 300", "call echo")
            .heals("MCP_SESSION_CONFLICT"),
        Scenario.over(
                Wire.STREAMABLE,
                "401-healed-by-the-application",
                (servers, instance) -> servers.http(refusedOnce(Answers.status(401))))
            .since("1.1.5") // the SDK asks nobody before
            .with("authorizationHandler=retry")
            .doing("init", "call echo")
            .heals("MCP_AUTH_REQUIRED"),
        with("task-not-found", new McpPeer().but("tasks/get", Answers.rpcError(-32602, "gone")))
            .doing("task t1")
            .gives(code("MCP_TASK_NOT_FOUND").phase("task").with("mcpdiag.peer_code", "-32602")),
        with("big-question", new McpPeer())
            .with("requestTimeout=20000")
            .doing("init", "big echo " + TEN_MEGABYTES)
            .givesNoFailure(),
        with("big-answer", new McpPeer().but("tools/call", Answers.bigResult(TEN_MEGABYTES)))
            .since("2.1.0") // before, the JDK's reader of lines looks at each byte for each 16 kB
            .with("requestTimeout=20000")
            .doing("init", "call echo")
            .givesNoFailure(),
        with("long-answer", new McpPeer().but("tools/call", Answers.bigResult("2097152")))
            .with("requestTimeout=20000")
            .doing("init", "call echo")
            .givesNoFailure(),
        with("answer-too-big", new McpPeer().but("tools/call", Answers.bigResult("100000")))
            .since("1.1.5") // no limit before
            .with("maxResponseSize=50000")
            .doing("init", "call echo")
            .gives(code("MCP_PAYLOAD_TOO_LARGE").phase("call").tool("echo")));
  }

  private static McpPeer refusedOnce(Answer refusal) {
    return new McpPeer().but("tools/call", Answers.once(refusal, new McpPeer()));
  }

  private static Scenario with(String name, Answer answer) {
    return Scenario.over(Wire.STREAMABLE, name, (servers, instance) -> servers.http(answer));
  }
}

package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.Scenario.Opening;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/** Programs as servers: that are not there, end, babble, keep silent, or do their work. */
final class StdioScenarios {
  private StdioScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(calls());
    all.addAll(starting());
    all.addAll(exiting());
    all.addAll(babbling());
    all.addAll(waiting());
    all.addAll(peerErrors());
    all.addAll(settings());
    return all;
  }

  private static List<Scenario> starting() {
    Expected missing = code("MCP_STDIO_COMMAND_NOT_FOUND").confidence("medium");
    return List.of(
        at("missing", (servers, instance) -> servers.missingProgram(instance)).gives(missing),
        // Up to 0.10 a client connects as soon as it is built.
        at("missing-before-any-call", (servers, instance) -> servers.missingProgram(instance))
            .before("0.11.3")
            .doing("sleep 2500")
            .gives(code("MCP_STDIO_COMMAND_NOT_FOUND").phase("connect")),
        script("exit-127", "#!/bin/sh\nexec no-such-program-in-the-lab\n")
            .gives(code("MCP_STDIO_COMMAND_NOT_FOUND").with("mcpdiag.process_exit", "127")),
        at("not-executable", (servers, instance) -> servers.notExecutable(instance))
            .gives(code("MCP_STDIO_PERMISSION")),
        script("exit-126", "#!/bin/sh\nexit 126\n")
            .gives(code("MCP_STDIO_PERMISSION").with("mcpdiag.process_exit", "126")));
  }

  private static List<Scenario> exiting() {
    return List.of(
        script("exit-3", "#!/bin/sh\necho 'fatal: no database' >&2\nexit 3\n")
            .gives(exited(3).confidence("medium")),
        script("exit-0", "#!/bin/sh\nexit 0\n").gives(exited(0)),
        stdio("exit-at-init", new StdioPeer().atInitialize("exit 4")).gives(exited(4)),
        stdio("exit-in-call", new StdioPeer().atCall("exit 3"))
            .doing("init", "call crash")
            .gives(exited(3).phase("call").tool("crash").confidence("medium")),
        at("server-halts-in-call-stdio", (servers, instance) -> servers.realStdio(instance))
            .with("initTimeout=30000", "requestTimeout=4000")
            .doing("init", "call halts")
            .gives(exited(9).phase("call").tool("halts").confidence("medium")),
        stdio("exit-0-in-call", new StdioPeer().atCall("exit 0"))
            .doing("init", "call leave")
            .gives(exited(0).phase("call").tool("leave").confidence("medium")),
        stdio("killed-in-call", new StdioPeer().atCall("kill -9 $$"))
            .doing("init", "call crash")
            .gives(exited(137).phase("call").tool("crash")),
        script("exit-78", "#!/bin/sh\nexit 78\n")
            .gives(exited(78).type("validation").retry("after_action")),
        // The pause: the SDK loses an answer now and then when its writer ends at once.
        stdio("dies-between-calls", new StdioPeer().atCall("fine; sleep 0.3; exit 5"))
            .doing("init", "call last", "sleep 2500", "call echo")
            .gives(exited(5).phase("stream"), exited(5).tool("echo")),
        stdio("dies-while-nobody-calls", new StdioPeer().atCall("fine; sleep 0.3; kill -9 $$"))
            .doing("init", "call last", "sleep 2500")
            .gives(exited(137).phase("stream").reason("signal_9")),
        stdio("closed-between-calls", new StdioPeer().atEnd("exit 7"))
            .doing("init", "call echo", "close", "sleep 2000")
            .givesNoFailure(),
        stdio("exit-0-at-close", new StdioPeer()).doing("init", "call echo").givesNoFailure(),
        stdio("exit-3-at-close", new StdioPeer().atStart("trap 'exit 3' TERM").atEnd("exit 3"))
            .doing("init", "call echo", "close")
            .givesNoFailure());
  }

  private static Expected exited(int exit) {
    return code("MCP_STDIO_PROCESS_EXITED").with("mcpdiag.process_exit", Integer.toString(exit));
  }

  private static List<Scenario> babbling() {
    Expected noise = code("MCP_STDIO_STDOUT_NOISE");
    return List.of(
        stdio("noise-at-start", new StdioPeer().atStart("echo 'Server 1.0 starting...'"))
            .gives(noise.phase("init").confidence("medium")),
        stdio("empty-line", new StdioPeer().atStart("echo")).gives(noise.phase("init")),
        stdio(
                "json-noise",
                new StdioPeer().atStart("echo '{\"level\":\"info\",\"msg\":\"hello\"}'"))
            .gives(noise.phase("init")),
        stdio("noise-in-call", new StdioPeer().atCall("echo 'DEBUG calling'; fine"))
            .doing("init", "call loud")
            .gives(noise.phase("call").tool("loud").confidence("medium")),
        stdio("noise-between-calls", new StdioPeer().atCall("fine; sleep 0.3; echo 'Tick 1'"))
            .doing("init", "call last", "sleep 2500")
            .gives(noise.phase("stream")),
        stdio("noise-on-stderr", new StdioPeer().atStart("echo 'Server 1.0 starting...' >&2"))
            .doing("init", "call echo")
            .givesNoFailure());
  }

  private static List<Scenario> waiting() {
    return List.of(
        stdio("silent", new StdioPeer().atInitialize(":"))
            .gives(code("MCP_INIT_TIMEOUT").phase("init")),
        stdio(
                "silent-but-chatty-stderr",
                new StdioPeer().atStart("echo 'error: 503' >&2").atInitialize(":"))
            .gives(code("MCP_INIT_TIMEOUT").phase("init")),
        stdio("silent-in-call", new StdioPeer().atCall(":"))
            .doing("init", "call slow")
            .gives(code("MCP_REQUEST_TIMEOUT").phase("call").tool("slow")),
        stdio("cancel-stdio", new StdioPeer().atCall(":"))
            .doing("init", "cancel slow")
            .gives(code("MCP_CANCELLED").tool("slow").with("mcpdiag.severity", "info")),
        stdio("closing-during-a-call-stdio", new StdioPeer().atCall(":"))
            .doing("init", "closing slow")
            .gives(code("MCP_CANCELLED").tool("slow").reason("shutdown")),
        stdio("call-after-close-stdio", new StdioPeer())
            .doing("init", "close", "call echo")
            .gives(code("MCP_NOT_CONNECTED")));
  }

  private static List<Scenario> calls() {
    return List.of(
        stdio("healthy-stdio", new StdioPeer())
            .with("requestTimeout=20000", "initTimeout=20000")
            .doing("init", "list", "call echo", "call other", "ping", "close")
            .givesNoFailure(),
        at("real-server-stdio", (servers, instance) -> servers.realStdio(instance))
            .with("initTimeout=30000", "requestTimeout=30000")
            .doing("init", "list", "call echo", "call fails", "call nope", "call throws", "ping")
            .gives(
                code("MCP_TOOL_EXECUTION_FAILED").tool("fails").confidence("low"),
                code("MCP_TOOL_NOT_FOUND").tool("nope").confidence("high"),
                code("MCP_SERVER_ERROR").tool("throws").with("mcpdiag.peer_code", "-32603")),
        stdio(
                "tool-says-error-stdio",
                new StdioPeer()
                    .atCall(
                        "say '{\"content\":[{\"type\":\"text\",\"text\":\"no\"}],\"isError\":true}'"))
            .doing("init", "call fails")
            .gives(code("MCP_TOOL_EXECUTION_FAILED").tool("fails").confidence("low")),
        stdio("unknown-tool-stdio", new StdioPeer().atCall("err -32602 'Unknown tool: nope'"))
            .doing("init", "call nope")
            .gives(code("MCP_TOOL_NOT_FOUND").tool("nope").with("mcpdiag.peer_code", "-32602")),
        stdio("method-not-found-stdio", new StdioPeer())
            .doing("init", "read lab://a")
            .gives(code("MCP_METHOD_NOT_FOUND").phase("read")),
        stdio("server-error-stdio", new StdioPeer().atCall("err -32603 boom"))
            .doing("init", "call breaks")
            .gives(code("MCP_SERVER_ERROR").tool("breaks")));
  }

  /** Up to 0.10 there is no streamable HTTP: these are the same errors over a pipe. */
  private static List<Scenario> peerErrors() {
    return List.of(
        stdio("resource-not-found-stdio", new StdioPeer().atOther("err -32002 none"))
            .doing("init", "read lab://a")
            .gives(code("MCP_RESOURCE_NOT_FOUND").phase("read")),
        stdio("prompt-not-found-stdio", new StdioPeer().atOther("err -32602 'no such prompt'"))
            .doing("init", "prompt nope")
            .gives(code("MCP_PROMPT_NOT_FOUND").phase("prompt")),
        stdio(
                "prompt-without-argument-stdio",
                new StdioPeer().atOther("err -32602 'a is required'"))
            .doing("init", "prompt p")
            .gives(code("MCP_INVALID_PARAMS").phase("prompt").confidence("low")),
        stdio("invalid-params-stdio", new StdioPeer().atCall("err -32602 'a is missing'"))
            .doing("init", "list", "call slow")
            .gives(code("MCP_INVALID_PARAMS").tool("slow").confidence("high")),
        stdio(
                "tool-input-invalid-stdio",
                new StdioPeer()
                    .atCall(
                        "say '{\"content\":[{\"type\":\"text\",\"text\":\"Tool (slow) input "
                            + "validation failed: a\"}],\"isError\":true}'"))
            .doing("init", "call slow")
            .gives(code("MCP_TOOL_INPUT_INVALID").tool("slow")),
        stdio("scope-words-stdio", new StdioPeer().atCall("err -32603 'insufficient_scope 403'"))
            .doing("init", "call slow")
            .gives(code("MCP_SERVER_ERROR").tool("slow")),
        stdio(
                "protocol-mismatch-stdio",
                new StdioPeer()
                    .atInitialize(
                        "say '{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{},"
                            + "\"serverInfo\":{\"name\":\"old\",\"version\":\"1\"}}'"))
            .gives(code("MCP_PROTOCOL_MISMATCH").phase("init")),
        stdio(
                "capability-not-offered-stdio",
                new StdioPeer()
                    .atInitialize(
                        "say '{\"protocolVersion\":\"'\"$version\"'\",\"capabilities\":{},"
                            + "\"serverInfo\":{\"name\":\"bare\",\"version\":\"1\"}}'"))
            .doing("init", "list")
            .gives(code("MCP_METHOD_NOT_FOUND").phase("list").confidence("medium")));
  }

  /** Variables that nobody filled in; a shell fills in its own. */
  private static List<Scenario> settings() {
    Expected unresolved = code("MCP_CONFIG_INVALID").reason("unresolved_placeholder").phase("init");
    return List.of(
        script("placeholder-in-argument", "#!/bin/sh\nexit 2\n")
            .with("arg=--token=${LAB_TOKEN}")
            .gives(unresolved.confidence("medium")),
        stdio("placeholder-of-a-tool", new StdioPeer().atCall("err -32603 boom"))
            .with("arg=--template={{name}}")
            .doing("init", "call slow")
            .gives(code("MCP_SERVER_ERROR").tool("slow")),
        at(
                "placeholder-in-command",
                (servers, instance) -> servers.missingProgram(instance + "-${LAB_HOME}"))
            .gives(unresolved));
  }

  private static Scenario at(String name, Opening opening) {
    return Scenario.over(Wire.STDIO, name, opening);
  }

  private static Scenario stdio(String name, StdioPeer peer) {
    return at(name, (servers, instance) -> servers.stdio(instance, peer));
  }

  private static Scenario script(String name, String script) {
    return at(name, (servers, instance) -> servers.program(instance, script));
  }
}

package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Opening;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/** HTTP+SSE: nearly every failure reaches the application as the same time-out. */
final class SseScenarios {
  private SseScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(healthy());
    all.addAll(connecting());
    all.addAll(refusedStreams());
    all.addAll(badStreams());
    all.addAll(refusedMessages());
    all.addAll(brokenStreams());
    all.addAll(answers());
    return all;
  }

  private static List<Scenario> healthy() {
    return List.of(
        with("sse-healthy", new SsePeer())
            .with("requestTimeout=20000", "initTimeout=20000")
            .doing("init", "list", "call echo", "read lab://a", "prompt p", "ping", "close")
            .givesNoFailure(),
        with("sse-ping-not-known", new SsePeer().but("ping", SsePeer.error(-32601, "no")))
            .doing("init", "ping", "call echo")
            .givesNoFailure(),
        with(
                "sse-stream-cut-while-nobody-waits",
                new SsePeer().but("tools/call", SsePeer.resultThenCut()))
            .doing("init", "call echo", "sleep 2500")
            .gives(code("MCP_STREAM_INTERRUPTED").phase("stream").confidence("medium")),
        at("sse-real-server", (servers, instance) -> servers.real("sse"))
            .with("path=/sse", "requestTimeout=20000", "initTimeout=20000")
            .doing("init", "list", "call echo", "call fails", "call nope", "ping")
            .gives(
                code("MCP_TOOL_EXECUTION_FAILED").tool("fails").confidence("low"),
                code("MCP_TOOL_NOT_FOUND").tool("nope")));
  }

  private static List<Scenario> connecting() {
    return List.of(
        at("sse-refused", (servers, instance) -> servers.refusing())
            .gives(code("MCP_CONNECTION_REFUSED").phase("init").confidence("medium")),
        // Up to 0.10 a client connects as soon as it is built.
        at("sse-refused-before-any-call", (servers, instance) -> servers.refusing())
            .before("0.11.3")
            .doing("sleep 2500")
            .gives(code("MCP_CONNECTION_REFUSED").phase("connect").confidence("medium")),
        at("sse-dns", (servers, instance) -> servers.unresolvable(instance))
            .gives(code("MCP_DNS_FAILURE").phase("init").confidence("medium")),
        at("sse-network-unreachable", (servers, instance) -> servers.unreachable())
            .gives(code("MCP_NETWORK_UNREACHABLE").phase("init")),
        at("sse-connect-timeout", (servers, instance) -> servers.blackhole())
            .with("connectTimeout=1000")
            .gives(code("MCP_CONNECT_TIMEOUT").phase("init")),
        atStream("sse-reset", Answers.reset()).gives(code("MCP_CONNECTION_RESET").phase("init")),
        at("sse-tls-untrusted", (servers, instance) -> servers.tls("stranger", false))
            .with("requestTimeout=15000", "initTimeout=16000")
            .gives(code("MCP_TLS_FAILURE").reason("cert_untrusted").phase("init")));
  }

  private static List<Scenario> refusedStreams() {
    String bearer = "authorization=Bearer lab-not-a-secret";
    return List.of(
        atStream("sse-401-without-credentials", Answers.status(401))
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("medium")),
        atStream("sse-401-with-credentials", Answers.status(401))
            .with(bearer)
            .gives(code("MCP_TOKEN_INVALID").phase("init").confidence("medium")),
        atStream("sse-403-json", Answers.json(403, "{\"error\":\"forbidden\"}"))
            .with(bearer)
            .gives(code("MCP_PERMISSION_DENIED").phase("init")),
        atStream("sse-403-web-firewall", Answers.html(403, "Server: cloudflare", "CF-Ray: 1-FRA"))
            .gives(code("MCP_BLOCKED_BY_PROXY").phase("init")),
        atStream(
                "sse-403-scope",
                Answers.status(
                    403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"a b\""))
            .with(bearer)
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init").confidence("medium")),
        atStream("sse-404", Answers.status(404)).gives(code("MCP_ENDPOINT_NOT_FOUND")),
        atStream("sse-405", Answers.status(405)).gives(code("MCP_ENDPOINT_NOT_FOUND")),
        atStream("sse-429", Answers.status(429, "Retry-After: 7"))
            .gives(code("MCP_RATE_LIMITED").with("mcpdiag.retry_after_ms", "7000")),
        atStream("sse-500", Answers.status(500)).gives(code("MCP_SERVER_UNAVAILABLE")),
        atStream("sse-503", Answers.status(503)).gives(code("MCP_SERVER_UNAVAILABLE")),
        atStream("sse-302", Answers.status(302, "Location: /sse/"))
            .gives(code("MCP_UNEXPECTED_RESPONSE").reason("redirect")));
  }

  private static List<Scenario> badStreams() {
    return List.of(
        atStream("sse-login-page", Answers.html(200)).gives(code("MCP_UNEXPECTED_RESPONSE")),
        atStream("sse-login-page-of-a-proxy", Answers.html(200, "Via: 1.1 squid"))
            .gives(code("MCP_BLOCKED_BY_PROXY")),
        atStream("sse-health-page", Answers.json(200, "{\"status\":\"UP\"}"))
            .gives(code("MCP_UNEXPECTED_RESPONSE")),
        atStream("sse-closed-before-endpoint", Answers.endingStream())
            .gives(code("MCP_STREAM_INTERRUPTED").phase("init")),
        atStream("sse-no-endpoint", Answers.silentStream())
            .gives(code("MCP_INIT_TIMEOUT").reason("no_stream_bytes")),
        atStream("sse-buffering-proxy", Answers.silentStream("Via: 1.1 edge"))
            .gives(code("MCP_PROXY_SSE_ISSUE").phase("init")));
  }

  private static List<Scenario> refusedMessages() {
    return List.of(
        refused("sse-post-401", Answers.status(401), "MCP_AUTH_REQUIRED"),
        refused("sse-post-403-json", Answers.json(403, "{}"), "MCP_PERMISSION_DENIED"),
        refused("sse-post-404", Answers.status(404), "MCP_SESSION_EXPIRED"),
        refused("sse-post-429", Answers.status(429), "MCP_RATE_LIMITED"),
        refused("sse-post-500", Answers.status(500), "MCP_SERVER_UNAVAILABLE"),
        refused("sse-post-503", Answers.html(503), "MCP_SERVER_UNAVAILABLE"),
        with(
                "sse-slow-beside-503",
                new SsePeer()
                    .but("tools/call slow", SsePeer.silence())
                    .but("tools/call other", SsePeer.refusal(Answers.status(503))))
            .doing("init", "both slow other")
            .gives(
                code("MCP_REQUEST_TIMEOUT").tool("slow"),
                code("MCP_SERVER_UNAVAILABLE").tool("other").confidence("high")));
  }

  private static List<Scenario> brokenStreams() {
    return List.of(
        calling("sse-cut-in-call", SsePeer.cut()).gives(inCall("MCP_STREAM_INTERRUPTED")),
        // The POST has no answer yet.
        leaving("sse-server-halts-in-call", "halts").gives(inCall("MCP_CONNECTION_RESET", "halts")),
        leaving("sse-server-closes-in-call", "closes")
            .gives(inCall("MCP_STREAM_INTERRUPTED", "closes")),
        calling("sse-end-in-call", SsePeer.end()).gives(inCall("MCP_STREAM_INTERRUPTED")),
        calling("sse-bad-event", SsePeer.text("{nope")).gives(inCall("MCP_MALFORMED_MESSAGE")),
        calling("sse-health-event", SsePeer.text("{\"status\":\"UP\"}"))
            .gives(inCall("MCP_MALFORMED_MESSAGE")),
        calling("sse-never-answers", SsePeer.silence()).gives(inCall("MCP_REQUEST_TIMEOUT")),
        with("sse-init-never-answers", new SsePeer().but("initialize", SsePeer.silence()))
            .gives(code("MCP_INIT_TIMEOUT").phase("init")));
  }

  private static List<Scenario> answers() {
    return List.of(
        calling(
                "sse-tool-says-error",
                SsePeer.result(
                    "{\"content\":[{\"type\":\"text\",\"text\":\"no\"}],\"isError\":true}"))
            .gives(inCall("MCP_TOOL_EXECUTION_FAILED").confidence("low")),
        calling("sse-server-error", SsePeer.error(-32603, "boom"))
            .gives(inCall("MCP_SERVER_ERROR").with("mcpdiag.peer_code", "-32603")),
        calling("sse-unknown-tool", SsePeer.error(-32602, "Unknown tool: work"))
            .gives(inCall("MCP_TOOL_NOT_FOUND")),
        calling("sse-cancel", SsePeer.silence())
            .doing("init", "cancel work")
            .gives(inCall("MCP_CANCELLED")));
  }

  private static Expected inCall(String code) {
    return code(code).phase("call").tool("work");
  }

  private static Scenario refused(String name, Answer answer, String code) {
    return calling(name, SsePeer.refusal(answer)).gives(inCall(code).confidence("high"));
  }

  private static Scenario calling(String name, SsePeer.Reaction reaction) {
    return with(name, new SsePeer().but("tools/call", reaction)).doing("init", "call work");
  }

  private static Scenario atStream(String name, Answer answer) {
    return with(name, new SsePeer().atStream(answer));
  }

  private static Scenario at(String name, Opening opening) {
    return Scenario.over(Wire.SSE, name, opening);
  }

  /** A real server goes while a call is open. */
  private static Scenario leaving(String name, String tool) {
    return at(name, (servers, instance) -> servers.leaving("sse"))
        .with("path=/sse", "requestTimeout=4000", "initTimeout=20000")
        .doing("init", "call " + tool);
  }

  private static Expected inCall(String code, String tool) {
    return code(code).phase("call").tool(tool);
  }

  private static Scenario with(String name, SsePeer peer) {
    return at(name, (servers, instance) -> servers.http(peer));
  }
}

package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Opening;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/** The transports over Spring's WebClient: streamable HTTP, and SSE where the name says so. */
final class WebFluxScenarios {
  private static final String BEARER = "authorization=Bearer lab-not-a-secret";

  private WebFluxScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(healthy());
    all.addAll(signIns());
    all.addAll(network());
    all.addAll(statuses());
    all.addAll(calls());
    all.addAll(events());
    return all;
  }

  private static List<Scenario> healthy() {
    return List.of(
        answering("webflux-healthy", new McpPeer())
            .doing("init", "list", "call echo", "read lab://a", "prompt p", "ping", "close")
            .givesNoFailure(),
        answering("webflux-background-get-503", new McpPeer().but("GET", Answers.status(503)))
            .doing("init", "sleep 300", "call echo")
            .givesNoFailure(),
        sse("webflux-sse-healthy", new SsePeer())
            .doing("init", "list", "call echo", "ping", "close")
            .givesNoFailure());
  }

  /** Filters of the application that fetch a token first. */
  private static List<Scenario> signIns() {
    return List.of(
        at(
                "webflux-token-works",
                (servers, instance) ->
                    signingIn(servers, Answers.with(200, "text/plain", "a-token")))
            .doing("init", "call echo")
            .givesNoFailure(),
        at("webflux-token-503", (servers, instance) -> signingIn(servers, Answers.status(503)))
            .gives(unavailable("server_unavailable")),
        at(
                "webflux-token-refused",
                (servers, instance) ->
                    servers.http(new McpPeer()).with("tokenFrom=" + address(servers.refusing())))
            .gives(unavailable("connection_refused")));
  }

  private static Target signingIn(FailingServers servers, Answer issuer)
      throws java.io.IOException {
    return servers.http(new McpPeer()).with("tokenFrom=" + address(servers.http(issuer)));
  }

  private static String address(Target target) {
    return target.settings().get(0).substring("url=".length());
  }

  private static Expected unavailable(String reason) {
    return code("MCP_AUTH_SERVER_UNAVAILABLE").reason(reason).phase("oauth").confidence("medium");
  }

  private static List<Scenario> network() {
    return List.of(
        at("webflux-refused", (servers, instance) -> servers.refusing())
            .gives(code("MCP_CONNECTION_REFUSED").phase("init").confidence("high")),
        // Netty asks the name servers itself, and takes its time where none answers.
        Scenario.over(
                Wire.WEBFLUX, "webflux-dns", (servers, instance) -> servers.unresolvable(instance))
            .with("requestTimeout=25000", "initTimeout=26000")
            .gives(code("MCP_DNS_FAILURE").phase("init").confidence("high")),
        at("webflux-tls-untrusted", (servers, instance) -> servers.tls("stranger", false))
            .gives(code("MCP_TLS_FAILURE").reason("cert_untrusted").phase("init")),
        at("webflux-connect-slower-than-request", (servers, instance) -> servers.blackhole())
            .gives(code("MCP_CONNECT_TIMEOUT").phase("init")),
        answering("webflux-reset-in-call", new McpPeer().but("tools/call", Answers.reset()))
            .doing("init", "call echo")
            .gives(code("MCP_CONNECTION_RESET").phase("call").tool("echo")),
        sse("webflux-sse-refused", (servers, instance) -> servers.refusing())
            .gives(code("MCP_CONNECTION_REFUSED").phase("init").confidence("medium")));
  }

  private static List<Scenario> statuses() {
    Answer scope =
        Answers.status(403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"a b\"");
    return List.of(
        answering("webflux-401", Answers.status(401))
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("high")),
        answering("webflux-401-with-credentials", Answers.status(401))
            .with(BEARER)
            .gives(code("MCP_TOKEN_INVALID").phase("init").confidence("high")),
        answering("webflux-403-scope", scope)
            .with(BEARER)
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init").confidence("high")),
        answering("webflux-403-json", Answers.json(403, "{\"error\":\"forbidden\"}"))
            .gives(code("MCP_PERMISSION_DENIED").phase("init").confidence("high")),
        answering("webflux-403-origin", Answers.with(403, "text/plain", "Invalid Origin header"))
            .gives(code("MCP_HOST_REJECTED").phase("init")),
        answering("webflux-404", Answers.status(404))
            .gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init").confidence("high")),
        answering("webflux-429", Answers.status(429, "Retry-After: 7"))
            .gives(code("MCP_RATE_LIMITED").with("mcpdiag.retry_after_ms", "7000").phase("init")),
        answering("webflux-503", Answers.status(503))
            .gives(code("MCP_SERVER_UNAVAILABLE").phase("init").confidence("high")),
        answering("webflux-503-in-call", new McpPeer().but("tools/call", Answers.html(503)))
            .doing("init", "call echo")
            .gives(code("MCP_SERVER_UNAVAILABLE").phase("call").tool("echo").confidence("high")),
        answering("webflux-login-page", Answers.html(200))
            .gives(code("MCP_UNEXPECTED_RESPONSE").phase("init")));
  }

  private static List<Scenario> calls() {
    Answer toolError =
        Answers.result("{\"content\":[{\"type\":\"text\",\"text\":\"no\"}],\"isError\":true}");
    return List.of(
        calling("webflux-tool-says-error", toolError)
            .gives(code("MCP_TOOL_EXECUTION_FAILED").tool("echo").confidence("low")),
        calling("webflux-server-error", Answers.rpcError(-32603, "boom"))
            .gives(code("MCP_SERVER_ERROR").with("mcpdiag.peer_code", "-32603").tool("echo")),
        calling("webflux-unknown-tool", Answers.rpcError(-32602, "Unknown tool: echo"))
            .gives(code("MCP_TOOL_NOT_FOUND").tool("echo")),
        calling("webflux-health-page", Answers.json(200, "{\"status\":\"UP\"}"))
            .gives(code("MCP_MALFORMED_MESSAGE").tool("echo")),
        calling("webflux-stream-ends", Answers.endingStream())
            .gives(code("MCP_STREAM_INTERRUPTED").tool("echo")),
        calling("webflux-never-answers", Answers.never())
            .gives(code("MCP_REQUEST_TIMEOUT").tool("echo")));
  }

  private static List<Scenario> events() {
    return List.of(
        sse("webflux-sse-401", new SsePeer().atStream(Answers.status(401)))
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("medium")),
        sse("webflux-sse-503", new SsePeer().atStream(Answers.status(503)))
            .gives(code("MCP_SERVER_UNAVAILABLE").phase("init").confidence("medium")),
        inCall("webflux-sse-post-503", SsePeer.refusal(Answers.status(503)))
            .gives(code("MCP_SERVER_UNAVAILABLE").tool("work").confidence("high")),
        inCall("webflux-sse-cut", SsePeer.cut())
            .gives(code("MCP_STREAM_INTERRUPTED").tool("work").confidence("medium")),
        inCall("webflux-sse-bad-event", SsePeer.text("{nope"))
            .gives(code("MCP_MALFORMED_MESSAGE").tool("work")));
  }

  private static Scenario calling(String name, Answer answer) {
    return answering(name, new McpPeer().but("tools/call", answer)).doing("init", "call echo");
  }

  private static Scenario inCall(String name, SsePeer.Reaction reaction) {
    return sse(name, new SsePeer().but("tools/call", reaction)).doing("init", "call work");
  }

  private static Scenario answering(String name, Answer answer) {
    return at(name, (servers, instance) -> servers.http(answer));
  }

  private static Scenario sse(String name, SsePeer peer) {
    return sse(name, (servers, instance) -> servers.http(peer));
  }

  private static Scenario sse(String name, Opening opening) {
    return at(name, opening).with("kind=sse");
  }

  private static Scenario at(String name, Opening opening) {
    // Netty's first steps cost more than the SDK's own client, and time-outs are not the matter
    // here.
    return Scenario.over(Wire.WEBFLUX, name, opening)
        .with("requestTimeout=8000", "initTimeout=10000");
  }
}

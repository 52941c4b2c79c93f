package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Opening;
import dev.mcpdiag.lab.Scenario.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reaching a server over streamable HTTP: names, sockets, TLS, statuses, bodies. */
final class HttpScenarios {
  /** TLS alert, fatal, protocol_version. */
  private static final byte[] ALERT_PROTOCOL_VERSION = {0x15, 3, 3, 0, 2, 2, 70};

  /** What web servers say to a TLS hello on their plain port. */
  private static final byte[] NOT_TLS =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private HttpScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(network());
    all.addAll(tls());
    all.addAll(authorization());
    all.addAll(statuses());
    all.addAll(wrongAnswers());
    return all;
  }

  private static List<Scenario> network() {
    return List.of(
        at("dns", (servers, instance) -> servers.unresolvable(instance))
            .gives(code("MCP_DNS_FAILURE").confidence("high")),
        at("refused", (servers, instance) -> servers.refusing())
            .gives(code("MCP_CONNECTION_REFUSED").confidence("high")),
        at("refused-implicit-init", (servers, instance) -> servers.refusing())
            .doing("call echo")
            .gives(code("MCP_CONNECTION_REFUSED").confidence("high")),
        at("network-unreachable", (servers, instance) -> servers.unreachable())
            .gives(code("MCP_NETWORK_UNREACHABLE")),
        at("connect-timeout", (servers, instance) -> servers.blackhole())
            .with("connectTimeout=1000")
            .gives(code("MCP_CONNECT_TIMEOUT").confidence("high")),
        at("connect-slower-than-request", (servers, instance) -> servers.blackhole())
            .with("connectTimeout=9000", "requestTimeout=1500")
            .gives(code("MCP_CONNECT_TIMEOUT")),
        answering("reset", Answers.reset()).gives(code("MCP_CONNECTION_RESET")),
        answering("hang-up", Answers.hangUp()).gives(code("MCP_CONNECTION_RESET")),
        answering("reset-in-call", new McpPeer().but("tools/call", Answers.reset()))
            .doing("init", "call echo")
            .gives(code("MCP_CONNECTION_RESET").phase("call").tool("echo")),
        at("bad-url", (servers, instance) -> new Target(instance, List.of("url=ht!tp:nowhere")))
            .gives(code("MCP_CONFIG_INVALID"))
            .notYetDemanded());
  }

  private static List<Scenario> tls() {
    // A first handshake takes seconds on a busy machine, and time-outs are not the matter here.
    return Stream.of(
            at("tls-untrusted", (servers, instance) -> servers.tls("stranger", false))
                .gives(code("MCP_TLS_FAILURE").reason("cert_untrusted").confidence("high")),
            at("tls-expired", (servers, instance) -> servers.tls("expired", false))
                .gives(code("MCP_TLS_FAILURE").reason("cert_expired").confidence("high")),
            at("tls-hostname", (servers, instance) -> servers.tls("elsewhere", false))
                .gives(code("MCP_TLS_FAILURE").reason("hostname_mismatch").confidence("high")),
            at("tls-client-certificate", (servers, instance) -> servers.tls("good", true))
                .gives(code("MCP_TLS_FAILURE").reason("client_cert_required")),
            at("tls-plaintext-peer", (servers, instance) -> servers.greeting("https", NOT_TLS))
                .gives(code("MCP_TLS_FAILURE").reason("plaintext_peer").confidence("high")),
            at(
                    "tls-protocol-version",
                    (servers, instance) -> servers.greeting("https", ALERT_PROTOCOL_VERSION))
                .gives(code("MCP_TLS_FAILURE").reason("protocol_version")),
            at("tls-healthy", (servers, instance) -> servers.tls("good", false))
                .doing("init", "call echo")
                .givesNoFailure())
        .map(scenario -> scenario.with("requestTimeout=15000", "initTimeout=16000"))
        .toList();
  }

  private static List<Scenario> authorization() {
    String bearer = "authorization=Bearer lab-not-a-secret";
    Answer plain401 = Answers.status(401);
    Answer challenge = Answers.status(401, "WWW-Authenticate: Bearer realm=\"lab\"");
    Answer invalid = Answers.status(401, "WWW-Authenticate: Bearer error=\"invalid_token\"");
    return List.of(
        answering("401-without-credentials", plain401)
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("high")),
        answering("401-challenge-without-credentials", challenge)
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("high")),
        answering("401-with-credentials", plain401)
            .with(bearer)
            .gives(code("MCP_TOKEN_INVALID").phase("init").confidence("high")),
        answering("401-invalid-token", invalid)
            .with(bearer)
            .gives(code("MCP_TOKEN_INVALID").phase("init").confidence("high")),
        answering("401-in-call", new McpPeer().but("tools/call", invalid))
            .with(bearer)
            .doing("init", "call echo")
            .gives(code("MCP_TOKEN_INVALID").phase("call").tool("echo").confidence("high")),
        answering("credentials-that-are-taken", new McpPeer())
            .with(bearer)
            .doing("init", "call echo")
            .givesNoFailure(),
        answering(
                "403-scope",
                Answers.status(
                    403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"a b\""))
            .with(bearer)
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init")),
        answering("403-json", Answers.json(403, "{\"error\":\"forbidden\"}"))
            .with(bearer)
            .gives(code("MCP_PERMISSION_DENIED").phase("init")),
        answering("403-web-firewall", Answers.html(403, "Server: cloudflare", "CF-Ray: 1-FRA"))
            .gives(code("MCP_BLOCKED_BY_PROXY")),
        answering("403-origin", Answers.with(403, "text/plain", "Invalid Origin header"))
            .gives(code("MCP_HOST_REJECTED")));
  }

  private static List<Scenario> statuses() {
    List<Scenario> all = new ArrayList<>();
    for (int status : new int[] {500, 502, 503, 504}) {
      Expected unavailable =
          code("MCP_SERVER_UNAVAILABLE").with("mcpdiag.http_status", "" + status);
      all.add(
          answering(status + "-at-init", Answers.status(status))
              .gives(unavailable.phase("init").confidence("high")));
      all.add(
          answering(status + "-in-call", new McpPeer().but("tools/call", Answers.html(status)))
              .doing("init", "call echo")
              .gives(unavailable.phase("call").tool("echo").confidence("high")));
    }
    all.addAll(
        List.of(
            answering("503-retry-after", Answers.status(503, "Retry-After: 7"))
                .gives(
                    code("MCP_SERVER_UNAVAILABLE")
                        .retry("after_delay")
                        .with("mcpdiag.retry_after_ms", "7000")
                        .confidence("high")),
            answering("429-at-init", Answers.status(429, "Retry-After: 7"))
                .gives(
                    code("MCP_RATE_LIMITED")
                        .with("mcpdiag.retry_after_ms", "7000")
                        .phase("init")
                        .confidence("high")),
            answering(
                    "429-in-call",
                    new McpPeer().but("tools/call", Answers.status(429, "Retry-After: 2")))
                .doing("init", "call echo")
                .gives(
                    code("MCP_RATE_LIMITED")
                        .with("mcpdiag.retry_after_ms", "2000")
                        .phase("call")
                        .tool("echo")
                        .confidence("high")),
            answering("404-at-init", Answers.status(404))
                .gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init").confidence("high")),
            answering("404-html-at-init", Answers.html(404))
                .gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init").confidence("high")),
            answering("405-at-init", Answers.status(405, "Allow: GET"))
                .gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init").confidence("high")),
            answering("410-at-init", Answers.status(410))
                .gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init")),
            // Closed while it starts its new session, 2.1.0 throws a NullPointerException.
            answering("404-in-session", new McpPeer().but("tools/call", Answers.status(404)))
                .doing("init", "call echo", "sleep 1000")
                .gives(code("MCP_SESSION_EXPIRED").tool("echo")),
            at(
                    "session-lost-once",
                    (servers, instance) ->
                        servers.http(
                            new McpPeer()
                                .but(
                                    "tools/call",
                                    Answers.once(Answers.status(404), new McpPeer()))))
                .doing("init", "call echo", "sleep 1000", "call echo")
                .gives(code("MCP_SESSION_EXPIRED").tool("echo")),
            answering("404-unknown-method", Answers.rpcError(404, -32601, "no", null))
                .gives(code("MCP_METHOD_NOT_FOUND").phase("init")),
            wrongStatus(406, "MCP_UNEXPECTED_RESPONSE"),
            wrongStatus(415, "MCP_UNEXPECTED_RESPONSE"),
            wrongStatus(407, "MCP_PROXY_AUTH_REQUIRED"),
            wrongStatus(413, "MCP_PAYLOAD_TOO_LARGE"),
            wrongStatus(421, "MCP_HOST_REJECTED"),
            wrongStatus(400, "MCP_INVALID_REQUEST"),
            answering("302-same-host", Answers.status(302, "Location: /mcp/"))
                .gives(code("MCP_UNEXPECTED_RESPONSE").reason("redirect")),
            answering(
                    "302-other-host",
                    Answers.status(302, "Location: http://login.elsewhere.invalid/"))
                .gives(code("MCP_BLOCKED_BY_PROXY"))));
    return all;
  }

  private static Scenario wrongStatus(int status, String code) {
    return answering(status + "-at-init", Answers.status(status)).gives(code(code).phase("init"));
  }

  private static List<Scenario> wrongAnswers() {
    return List.of(
        answering("login-page", Answers.html(200)).gives(code("MCP_UNEXPECTED_RESPONSE")),
        answering("login-page-of-a-proxy", Answers.html(200, "Via: 1.1 squid", "Server: squid/6"))
            .gives(code("MCP_BLOCKED_BY_PROXY")),
        at(
                "not-http",
                (servers, instance) ->
                    servers.greeting("http", "SSH-2.0-Lab\r\n".getBytes(StandardCharsets.US_ASCII)))
            .gives(code("MCP_UNEXPECTED_RESPONSE")),
        answering("html-called-json", Answers.json(200, Answers.LOGIN_PAGE))
            .gives(code("MCP_MALFORMED_MESSAGE")),
        answering("health-page", Answers.json(200, "{\"status\":\"UP\"}"))
            .gives(code("MCP_MALFORMED_MESSAGE")),
        answering("202-for-a-request", Answers.bare(202)).gives(code("MCP_UNEXPECTED_RESPONSE")),
        answering("stream-ends", new McpPeer().but("tools/call", Answers.endingStream()))
            .doing("init", "call echo")
            .gives(code("MCP_STREAM_INTERRUPTED").tool("echo")),
        answering("stream-reset", new McpPeer().but("tools/call", Answers.resetStream()))
            .doing("init", "call echo")
            .gives(code("MCP_STREAM_INTERRUPTED").tool("echo")),
        answering("stream-without-bytes", new McpPeer().but("tools/call", Answers.silentStream()))
            .doing("init", "call echo")
            .gives(code("MCP_REQUEST_TIMEOUT").reason("no_stream_bytes").tool("echo")),
        answering(
                "buffering-proxy",
                new McpPeer().but("tools/call", Answers.silentStream("Via: 1.1 edge")))
            .doing("init", "call echo")
            .gives(code("MCP_PROXY_SSE_ISSUE").tool("echo")));
  }

  private static Scenario at(String name, Opening opening) {
    return Scenario.over(Wire.STREAMABLE, name, opening);
  }

  private static Scenario answering(String name, Answer answer) {
    return at(name, (servers, instance) -> servers.http(answer));
  }
}

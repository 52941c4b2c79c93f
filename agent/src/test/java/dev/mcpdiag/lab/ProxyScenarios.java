package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/** A real nginx, haproxy or squid between client and server. */
final class ProxyScenarios {
  private static final McpPeer SILENT_CALL = new McpPeer().but("tools/call", Answers.never());

  /** So each stream has another age when it is cut. */
  private static final String[] SLOW_AFTER_WORK = {
    "init",
    "call slow",
    "again",
    "init",
    "sleep 400",
    "call echo",
    "call slow",
    "again",
    "init",
    "sleep 800",
    "call echo",
    "call slow"
  };

  private ProxyScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(nginx());
    all.addAll(nginxStreams());
    all.addAll(haproxy());
    all.addAll(squid());
    return all;
  }

  private static List<Scenario> nginx() {
    return List.of(
        behindNginx("nginx-healthy", new McpPeer(), "proxy_http_version 1.1;")
            .doing("init", "list", "call echo", "read lab://a", "ping", "close")
            .givesNoFailure(),
        onNginx("nginx-dead-upstream", "location / { proxy_pass http://127.0.0.1:1; }")
            .gives(unavailable(502).phase("init").confidence("high")),
        onNginx("nginx-503", "return 503;").gives(unavailable(503).phase("init")),
        behindNginx("nginx-504-in-call", SILENT_CALL, "proxy_read_timeout 1s;")
            .doing("init", "call echo")
            .gives(unavailable(504).phase("call").tool("echo").confidence("high")),
        behindNginx("nginx-413", new McpPeer(), "client_max_body_size 4k;")
            .doing("init", "big echo 20000")
            .gives(code("MCP_PAYLOAD_TOO_LARGE").phase("call").tool("echo")),
        onNginx("nginx-403", "return 403;").gives(code("MCP_BLOCKED_BY_PROXY").phase("init")),
        onNginx("nginx-404", "return 404;").gives(code("MCP_ENDPOINT_NOT_FOUND").phase("init")),
        onNginx("nginx-to-https", "return 301 https://$host:$server_port$request_uri;")
            .gives(code("MCP_UNEXPECTED_RESPONSE").reason("redirect").phase("init")));
  }

  private static List<Scenario> nginxStreams() {
    Answer silentStream = Answers.commentThenSilence();
    return List.of(
        behindNginx(
                "nginx-idle-cut",
                new McpPeer().but("tools/call", silentStream),
                "proxy_buffering off; proxy_read_timeout 1s;")
            .with("requestTimeout=6000")
            .doing("init", "call echo")
            .gives(code("MCP_PROXY_SSE_ISSUE").phase("call").tool("echo")),
        overSse("nginx-sse-healthy", new SsePeer(), "proxy_buffering off;")
            .doing("init", "list", "call echo", "close")
            .givesNoFailure(),
        overSse(
                "nginx-sse-idle-cut",
                new SsePeer().but("tools/call", SsePeer.silence()),
                "proxy_buffering off; proxy_read_timeout 1s;")
            .with("requestTimeout=6000")
            .doing("init", "call slow")
            .gives(code("MCP_PROXY_SSE_ISSUE").phase("call").tool("slow")),
        overSse(
                "nginx-sse-buffers-until-it-cuts",
                new SsePeer().atStream(Answers.unchunkedEndpoint()),
                "proxy_read_timeout 1s;")
            .gives(code("MCP_PROXY_SSE_ISSUE").phase("init")),
        Scenario.over(
                Wire.SSE,
                "nginx-sse-dead-upstream",
                (servers, instance) ->
                    servers.nginx(instance, "location / { proxy_pass http://127.0.0.1:1; }"))
            .needs("nginx")
            .gives(code("MCP_PROXY_SSE_ISSUE").phase("init")));
  }

  private static List<Scenario> haproxy() {
    return List.of(
        behindHaproxy("haproxy-healthy", new McpPeer(), "60s", "")
            .doing("init", "list", "call echo", "close")
            .givesNoFailure(),
        onHaproxy("haproxy-dead-upstream", "server dead 127.0.0.1:1")
            .gives(unavailable(503).phase("init").confidence("high")),
        behindHaproxy("haproxy-504-in-call", SILENT_CALL, "1s", "")
            .doing("init", "call echo")
            .gives(unavailable(504).phase("call").tool("echo")),
        onHaproxy("haproxy-deny", "http-request deny")
            .gives(code("MCP_BLOCKED_BY_PROXY").phase("init")),
        onHaproxy("haproxy-too-many", "http-request deny deny_status 429")
            .gives(code("MCP_RATE_LIMITED").phase("init")),
        // It gives no sign of itself: only that the stream always ends after as long betrays it.
        cutWhenIdle(Wire.SSE, "haproxy-sse-idle-cut", "tools/call")
            .doing("init", "call slow", "again", "init", "call slow", "again", "init", "call slow"),
        cutWhenIdle(Wire.SSE, "haproxy-sse-idle-cut-after-work", "tools/call slow")
            .doing(SLOW_AFTER_WORK),
        cutWhenIdle(Wire.WEBFLUX, "webflux-sse-idle-cut-after-work", "tools/call slow")
            .since("2.0.1") // older ones connect anew, so the third cut comes in the second call
            .doing(SLOW_AFTER_WORK));
  }

  private static Scenario cutWhenIdle(Wire wire, String name, String unanswered) {
    SsePeer peer = new SsePeer().but(unanswered, SsePeer.silence());
    Expected cut = code("MCP_STREAM_INTERRUPTED").tool("slow");
    return Scenario.over(
            wire, name, (servers, instance) -> servers.haproxy(instance, peer, "1500ms", ""))
        .needs("haproxy")
        .with("requestTimeout=4000", "initTimeout=5000", "kind=sse")
        .gives(cut, cut, code("MCP_PROXY_SSE_ISSUE").tool("slow").reason("idle_cut"));
  }

  private static List<Scenario> squid() {
    return List.of(
        throughSquid("squid-healthy", "allow all", "http")
            .doing("init", "call echo")
            .givesNoFailure(),
        throughSquid("squid-407", "deny !known", "http")
            .gives(code("MCP_PROXY_AUTH_REQUIRED").phase("init").confidence("high")),
        throughSquid("squid-407-tunnel", "deny !known", "https")
            .gives(code("MCP_PROXY_AUTH_REQUIRED").phase("init")),
        throughSquid("squid-403", "deny all", "http")
            .gives(code("MCP_BLOCKED_BY_PROXY").phase("init").confidence("high")),
        throughSquid("squid-403-tunnel", "deny all", "https")
            .gives(code("MCP_BLOCKED_BY_PROXY").phase("init")),
        Scenario.over(
                Wire.STREAMABLE,
                "squid-dead-upstream",
                (servers, instance) -> servers.throughSquid("allow all", servers.refusing()))
            .needs("squid")
            .gives(unavailable(503).phase("init")));
  }

  private static Expected unavailable(int status) {
    return code("MCP_SERVER_UNAVAILABLE").with("mcpdiag.http_status", "" + status);
  }

  private static Scenario onNginx(String name, String rules) {
    return Scenario.over(
            Wire.STREAMABLE, name, (servers, instance) -> servers.nginx(instance, rules))
        .needs("nginx");
  }

  private static Scenario behindNginx(String name, Answer peer, String rules) {
    return behindNginx(Wire.STREAMABLE, name, peer, rules);
  }

  private static Scenario overSse(String name, Answer peer, String rules) {
    return behindNginx(Wire.SSE, name, peer, rules);
  }

  private static Scenario behindNginx(Wire wire, String name, Answer peer, String rules) {
    return Scenario.over(
            wire, name, (servers, instance) -> servers.behindNginx(instance, peer, rules))
        .needs("nginx");
  }

  private static Scenario onHaproxy(String name, String rules) {
    return Scenario.over(
            Wire.STREAMABLE,
            name,
            (servers, instance) -> servers.haproxy(instance, null, "5s", rules))
        .needs("haproxy");
  }

  private static Scenario behindHaproxy(String name, Answer peer, String timeout, String rules) {
    return Scenario.over(
            Wire.STREAMABLE,
            name,
            (servers, instance) -> servers.haproxy(instance, peer, timeout, rules))
        .needs("haproxy");
  }

  private static Scenario throughSquid(String name, String rule, String scheme) {
    return Scenario.over(
            Wire.STREAMABLE,
            name,
            (servers, instance) ->
                servers.throughSquid(
                    rule,
                    scheme.equals("https")
                        ? servers.tls("good", false)
                        : servers.http(new McpPeer())))
        .needs("squid");
  }
}

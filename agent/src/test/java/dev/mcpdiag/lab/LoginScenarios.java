package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;

import dev.mcpdiag.lab.Scenario.Opening;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/**
 * Applications that sign in: with Spring Security's authorized-client manager, with Nimbus, with a
 * POST of their own, or by a user in a browser; at a real authorization server unless it is meant
 * to be away.
 */
final class LoginScenarios {
  /** Before it, the SDK asked nobody what to do about a refusal: it stays one. */
  private static final String HANDLER = "1.1.5";

  private static final String MANAGER = "login=ManagerLogin";
  private static final String OWN = "login=OwnLogin";
  private static final String NIMBUS = "login=NimbusLogin";
  private static final String BROWSER = "login=BrowserLogin";
  private static final String CODE = "grant=authorization_code";
  private static final String WRONG = "secret=canarywrongsecret";

  private LoginScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(tokens());
    all.addAll(refusals());
    all.addAll(outages());
    all.addAll(users());
    all.addAll(discovery());
    return all;
  }

  /** The authorization server is content, the MCP server may not be. */
  private static List<Scenario> tokens() {
    return List.of(
        // First, so alone: it loads and compiles what the others would wait for.
        at("oauth-works", (servers, instance) -> servers.protectedServer(MANAGER))
            .doing("init", "call echo")
            .givesNoFailure(),
        at("oauth-none", (servers, instance) -> servers.protectedServer())
            .gives(code("MCP_AUTH_REQUIRED").phase("init").confidence("high")),
        at("oauth-own-works", (servers, instance) -> servers.protectedServer(OWN))
            .doing("init", "call echo")
            .givesNoFailure(),
        at(
                "oauth-token-expired",
                (servers, instance) ->
                    servers.protectedServer("login=LateLogin", "client=brief", "delay=1500"))
            .gives(code("MCP_TOKEN_INVALID").reason("expired").phase("init").confidence("high")),
        at(
                "oauth-other-audience",
                (servers, instance) -> servers.protectedServer(MANAGER, "client=elsewhere"))
            .gives(code("MCP_TOKEN_INVALID").reason("audience").phase("init").confidence("high")),
        at(
                "oauth-step-up",
                (servers, instance) -> servers.protectedServer(MANAGER, "path=/step-up/mcp"))
            .gives(
                code("MCP_SCOPE_INSUFFICIENT")
                    .phase("init")
                    .confidence("high")
                    .with(
                        "mcpdiag.next_steps",
                        "[{\"action\":\"step_up_scope\",\"params\":{\"scopes\":"
                            + "[\"mcp.read\",\"mcp.write\"],\"maxAttempts\":2}},"
                            + "{\"action\":\"use_alternative_tool\",\"params\":{}}]")),
        at(
                "oauth-scope-unnamed",
                (servers, instance) -> servers.protectedServer(MANAGER, "path=/plain/mcp"))
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init").confidence("high")),
        // SDK 2.0 sends the refused request once more as it was, without what the sign-in brought.
        at(
                "oauth-resent-unchanged",
                (servers, instance) -> servers.protectedServer(BROWSER, CODE, "user=approves"))
            .since("2.0.1")
            .before("2.1.0")
            .gives(
                code("MCP_AUTH_REQUIRED")
                    .reason("resent_unchanged")
                    .phase("init")
                    .confidence("high")),
        at(
                "oauth-heals",
                (servers, instance) -> servers.protectedServer(BROWSER, CODE, "user=approves"))
            .doing("init", "call echo")
            .heals("MCP_AUTH_REQUIRED")
            .since("2.1.0")
            .givesNoFailure());
  }

  /** The authorization server says no. */
  private static List<Scenario> refusals() {
    return List.of(
        at("oauth-wrong-secret", (servers, instance) -> servers.behindLogin(MANAGER, WRONG))
            .gives(failed("invalid_client").confidence("high")),
        at("oauth-wrong-scope", (servers, instance) -> servers.behindLogin(MANAGER, "scope=all"))
            .gives(failed("invalid_scope").confidence("high")),
        at(
                "oauth-refresh-revoked",
                (servers, instance) ->
                    servers.behindLogin(MANAGER, CODE, "refreshToken=canaryrefreshtoken"))
            .gives(failed("invalid_grant").confidence("high")),
        at(
                "oauth-code-refused",
                (servers, instance) ->
                    servers.protectedServer(BROWSER, CODE, "user=approves", "code=canarycode"))
            .since(HANDLER)
            .gives(failed("invalid_grant").confidence("high")),
        at("oauth-not-yet", (servers, instance) -> servers.behindLogin(MANAGER, CODE))
            .gives(code("MCP_AUTH_REQUIRED").phase("oauth").confidence("high")),
        at("oauth-nimbus-wrong-secret", (servers, instance) -> servers.behindLogin(NIMBUS, WRONG))
            .gives(failed("invalid_client").confidence("high")),
        at(
                "oauth-own-wrong-secret",
                (servers, instance) -> servers.behindLogin(OWN, WRONG, "refusal=body"))
            .gives(failed("invalid_client")),
        at("oauth-own-said-in-words", (servers, instance) -> servers.behindLogin(OWN, WRONG))
            .gives(failed("invalid_client").confidence("low")));
  }

  /** The authorization server is away or ill; the MCP server is well. */
  private static List<Scenario> outages() {
    List<Scenario> all = new ArrayList<>();
    for (String login : List.of(MANAGER, OWN, NIMBUS)) {
      String who = login.replaceAll("login=|Login", "").toLowerCase(java.util.Locale.ROOT);
      // Only its place says that an exception of the application's own is about signing in.
      String sure = login.equals(OWN) ? "medium" : "high";
      all.add(
          issuer("oauth-" + who + "-refused", login, (servers, instance) -> servers.refusing())
              .gives(unavailable("connection_refused").confidence(sure)));
      all.add(
          issuer(
                  "oauth-" + who + "-dns",
                  login,
                  (servers, instance) -> servers.unresolvable(instance))
              .gives(unavailable("dns_failure").confidence(sure)));
    }
    all.add(
        issuer(
                "oauth-manager-503",
                MANAGER,
                (servers, instance) -> servers.http(Answers.status(503)))
            .gives(unavailable("server_unavailable").confidence("high")));
    all.add(
        issuer("oauth-nimbus-503", NIMBUS, (servers, instance) -> servers.http(Answers.status(503)))
            .gives(unavailable("server_unavailable")));
    all.add(
        issuer(
                "oauth-manager-ill",
                MANAGER,
                (servers, instance) ->
                    servers.http(Answers.json(400, "{\"error\":\"temporarily_unavailable\"}")))
            .gives(unavailable("temporarily_unavailable").confidence("high")));
    all.add(
        issuer(
                "oauth-manager-page",
                MANAGER,
                (servers, instance) -> servers.http(Answers.html(200)))
            .gives(failed("invalid_token_response")));
    all.add(
        issuer("oauth-manager-hangs", MANAGER, (servers, instance) -> silent(servers))
            .with("tokenTimeout=1500")
            .gives(unavailable("timeout").confidence("high")));
    all.add(
        issuer("oauth-own-hangs", OWN, (servers, instance) -> silent(servers))
            .with("tokenTimeout=1500")
            .gives(unavailable("timeout").confidence("medium")));
    // Longer than the SDK waits: the thread that waits for the token is the only witness.
    all.add(
        soon("oauth-manager-outlasts-sdk", instead(MANAGER, (servers, instance) -> silent(servers)))
            .with("tokenTimeout=9000")
            .gives(unavailable("timeout").confidence("medium")));
    return all;
  }

  private static List<Scenario> users() {
    return List.of(
        at(
                "oauth-denied",
                (servers, instance) -> servers.protectedServer(BROWSER, CODE, "user=denies"))
            .since(HANDLER)
            .gives(
                code("MCP_OAUTH_CANCELLED")
                    .phase("oauth")
                    .with("mcpdiag.origin", "user")
                    .with("mcpdiag.severity", "info")
                    .confidence("high")),
        soon(
                "oauth-user-leaves",
                (servers, instance) -> servers.protectedServer(BROWSER, CODE, "user=leaves"))
            .since(HANDLER)
            .gives(code("MCP_OAUTH_TIMEOUT").phase("oauth").confidence("high")),
        at(
                "oauth-user-is-slow",
                (servers, instance) ->
                    servers.protectedServer(BROWSER, CODE, "user=leaves", "patience=800"))
            .since(HANDLER)
            .gives(code("MCP_OAUTH_TIMEOUT").phase("oauth").confidence("high")));
  }

  private static List<Scenario> discovery() {
    return List.of(
        at(
                "oauth-other-issuer",
                (servers, instance) -> servers.protectedServer("login=DiscoveryLogin"))
            .since(HANDLER)
            .gives(failed("issuer_mismatch")),
        at(
                "oauth-registration-refused",
                (servers, instance) ->
                    servers
                        .http(Answers.status(401))
                        .with("login=DiscoveryLogin", "registers=yes")
                        .with(issuerOf(servers.http(refusingRegistration()))))
            .since(HANDLER)
            .gives(failed("registration_failed").confidence("high")),
        at(
                "oauth-metadata-503",
                (servers, instance) ->
                    servers
                        .http(Answers.status(401))
                        .with("login=DiscoveryLogin")
                        .with(issuerOf(servers.http(Answers.status(503)))))
            .since(HANDLER)
            .gives(unavailable("server_unavailable").confidence("high")));
  }

  private static HttpPeer.Answer refusingRegistration() {
    return Answers.json(400, "{\"error\":\"invalid_redirect_uri\",\"error_description\":\"no\"}");
  }

  static Expected failed(String reason) {
    return code("MCP_OAUTH_FAILED")
        .reason(reason)
        .phase("oauth")
        .with("mcpdiag.origin", "auth_server");
  }

  static Expected unavailable(String reason) {
    return code("MCP_AUTH_SERVER_UNAVAILABLE")
        .reason(reason)
        .phase("oauth")
        .with("mcpdiag.origin", "auth_server");
  }

  /** The first token of an authorization server takes seconds on a busy machine. */
  static Scenario at(String name, Opening opening) {
    return soon(name, opening).with("requestTimeout=30000", "initTimeout=31000");
  }

  static Scenario soon(String name, Opening opening) {
    return Scenario.over(Wire.LOGIN, name, opening);
  }

  static Scenario issuer(String name, String login, Opening opening) {
    return at(name, instead(login, opening));
  }

  /** A healthy MCP server, and this one in the place of the authorization server. */
  static Opening instead(String login, Opening opening) {
    return (servers, instance) ->
        servers
            .http(new McpPeer())
            .with(login, issuerOf(opening.open(servers, instance + "-issuer")));
  }

  static Target silent(FailingServers servers) throws java.io.IOException {
    return servers.http(Answers.never());
  }

  static String issuerOf(Target authorization) {
    return "issuer=" + authorization.settings().get(0).substring("url=".length());
  }
}

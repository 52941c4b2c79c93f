package dev.mcpdiag.lab;

import static dev.mcpdiag.lab.Expected.code;
import static dev.mcpdiag.lab.LoginScenarios.at;
import static dev.mcpdiag.lab.LoginScenarios.failed;
import static dev.mcpdiag.lab.LoginScenarios.instead;
import static dev.mcpdiag.lab.LoginScenarios.issuer;
import static dev.mcpdiag.lab.LoginScenarios.issuerOf;
import static dev.mcpdiag.lab.LoginScenarios.silent;
import static dev.mcpdiag.lab.LoginScenarios.soon;
import static dev.mcpdiag.lab.LoginScenarios.unavailable;

import dev.mcpdiag.lab.HttpPeer.Answer;
import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.List;

/**
 * The same by other ways to a token: the security module of Spring AI's community, Spring
 * Security's reactive manager, the libraries of Google and Microsoft; over every transport that
 * asks the application for one.
 */
final class LoginLibraryScenarios {
  private static final String MANAGER = "login=ManagerLogin";
  private static final String MODULE = "login=ModuleLogin";
  private static final String REACTIVE = "login=ReactiveLogin";
  private static final String GOOGLE = "login=GoogleLogin";
  private static final String GOOGLE_CLIENT = "login=GoogleClientLogin";
  private static final String MSAL = "login=MsalLogin";
  private static final String CODE = "grant=authorization_code";
  private static final String WRONG = "secret=canarywrongsecret";

  private LoginLibraryScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(module());
    all.addAll(google());
    all.addAll(microsoft());
    all.add(
        issuer(
                "oauth-nimbus-page",
                "login=NimbusLogin",
                (servers, instance) -> servers.http(Answers.html(200)))
            .gives(failed("invalid_token_response")));
    for (Wire wire : List.of(Wire.STREAMABLE, Wire.SSE, Wire.WEBFLUX)) {
      for (String login : List.of(MANAGER, MODULE, REACTIVE)) {
        over(wire, login).forEach(scenario -> all.add(scenario.ofMany()));
      }
      all.add(wire == Wire.WEBFLUX ? waiting(wire) : waiting(wire).ofMany());
    }
    return all;
  }

  private static List<Scenario> module() {
    return List.of(
        at("oauth-module-works", (servers, instance) -> servers.protectedServer(MODULE))
            .doing("init", "call echo")
            .givesNoFailure(),
        at(
                "oauth-module-wrong-scope",
                (servers, instance) -> servers.behindLogin(MODULE, "scope=all"))
            .gives(failed("invalid_scope").confidence("high")),
        issuer("oauth-module-503", MODULE, (servers, instance) -> servers.http(Answers.status(503)))
            .gives(unavailable("server_unavailable").confidence("high")),
        at(
                "oauth-module-refresh-revoked",
                (servers, instance) ->
                    servers.behindLogin(MODULE, CODE, "refreshToken=canaryrefreshtoken"))
            .gives(failed("invalid_grant").confidence("high")),
        at("oauth-module-not-yet", (servers, instance) -> servers.behindLogin(MODULE, CODE))
            .gives(code("MCP_AUTH_REQUIRED").phase("oauth").confidence("high")),
        at(
                "oauth-module-other-audience",
                (servers, instance) -> servers.protectedServer(MODULE, "client=elsewhere"))
            .gives(code("MCP_TOKEN_INVALID").reason("audience").phase("init").confidence("high")),
        at(
                "oauth-module-step-up",
                (servers, instance) -> servers.protectedServer(MODULE, "path=/step-up/mcp"))
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init").confidence("high")),
        at(
                "oauth-token-revoked",
                (servers, instance) ->
                    servers.protectedServer("login=RevokedLogin", "path=/revocable/mcp"))
            .gives(code("MCP_TOKEN_INVALID").reason("inactive").phase("init").confidence("high")),
        at(
                "oauth-sent-to-user",
                (servers, instance) ->
                    servers.protectedServer("login=StepUpLogin", "path=/step-up/mcp"))
            .since("1.1.5")
            .gives(code("MCP_SCOPE_INSUFFICIENT").phase("init").confidence("high")));
  }

  private static List<Scenario> google() {
    return List.of(
        at("oauth-google-refresh-revoked", (servers, instance) -> servers.behindLogin(GOOGLE))
            .gives(failed("invalid_grant").confidence("high")),
        at("oauth-google-wrong-secret", (servers, instance) -> servers.behindLogin(GOOGLE, WRONG))
            .gives(failed("invalid_client").confidence("high")),
        issuer("oauth-google-refused", GOOGLE, (servers, instance) -> servers.refusing())
            .gives(unavailable("connection_refused").confidence("high")),
        issuer("oauth-google-503", GOOGLE, (servers, instance) -> servers.http(Answers.status(503)))
            .ofMany()
            .gives(unavailable("server_unavailable").confidence("high")),
        soon("oauth-google-hangs", instead(GOOGLE, (servers, instance) -> silent(servers)))
            .ofMany()
            .gives(unavailable("timeout").confidence("medium")),
        at(
                "oauth-google-client-wrong-secret",
                (servers, instance) -> servers.behindLogin(GOOGLE_CLIENT, WRONG))
            .gives(failed("invalid_client").confidence("high")),
        issuer(
                "oauth-google-client-503",
                GOOGLE_CLIENT,
                (servers, instance) -> servers.http(Answers.status(503)))
            .gives(unavailable("server_unavailable").confidence("high")));
  }

  /** It speaks with authorities over TLS only, so these are the lab's own. */
  private static List<Scenario> microsoft() {
    return List.of(
        msal("wrong-secret", Answers.json(401, error("invalid_client", "7000215")))
            .gives(failed("invalid_client").confidence("high")),
        msal("refresh-revoked", Answers.json(400, error("invalid_grant", "700082")))
            .with("asks=refresh")
            .gives(failed("invalid_grant").confidence("high")),
        msal("interaction", Answers.json(400, error("interaction_required", "50076")))
            .gives(failed("interaction_required").confidence("high")),
        msal("ill", Answers.json(503, error("temporarily_unavailable", "90033")))
            .gives(unavailable("temporarily_unavailable").confidence("high")),
        msal("page", Answers.html(200)).gives(failed("invalid_token_response").confidence("high")),
        msal("not-yet", Answers.status(503))
            .with("asks=silently")
            .gives(code("MCP_AUTH_REQUIRED").phase("oauth").confidence("high")),
        msal("hangs", Answers.never())
            .ofMany()
            .with("tokenTimeout=1500")
            .gives(unavailable("timeout").confidence("high")),
        at(
                "oauth-msal-refused",
                (servers, instance) ->
                    servers
                        .http(new McpPeer())
                        .with(
                            MSAL,
                            issuerOf(servers.refusing())
                                .replace("http://127.0.0.1", "https://localhost")))
            .gives(unavailable("connection_refused").confidence("high")));
  }

  private static Scenario msal(String name, Answer authority) {
    return at(
        "oauth-msal-" + name,
        (servers, instance) ->
            servers
                .http(new McpPeer())
                .with(MSAL, issuerOf(servers.tls("good", false, authority))));
  }

  private static String error(String code, String number) {
    return "{\"error\":\"%s\",\"error_description\":\"AADSTS%s: no\",\"error_codes\":[%s]}"
        .formatted(code, number, number);
  }

  /** Wrong secret, server away, server silent: whatever asks for the token. */
  private static List<Scenario> over(Wire wire, String login) {
    String who = login.replaceAll("login=|Login", "").toLowerCase(java.util.Locale.ROOT);
    String name = "oauth-" + who + "-over-" + wire.text();
    boolean isStream = wire == Wire.SSE;
    return List.of(
        at(name + "-wrong-secret", (servers, instance) -> servers.behindLogin(login, WRONG))
            .on(wire)
            .gives(failed("invalid_client").confidence(isStream ? "medium" : "high")),
        issuer(name + "-refused", login, (servers, instance) -> servers.refusing())
            .on(wire)
            .gives(unavailable("connection_refused").confidence(isStream ? "medium" : "high")),
        soon(name + "-outlasts-sdk", instead(login, (servers, instance) -> silent(servers)))
            .on(wire)
            .gives(unavailable("timeout").confidence("medium")));
  }

  /** The manager itself waits, and for nobody's answer: a user has to approve, perhaps. */
  private static Scenario waiting(Wire wire) {
    return soon(
            "oauth-reactive-over-" + wire.text() + "-waits",
            (servers, instance) -> servers.http(new McpPeer()).with(REACTIVE, "waits=yes"))
        .on(wire)
        .gives(code("MCP_OAUTH_TIMEOUT").phase("oauth").confidence("medium"));
  }
}

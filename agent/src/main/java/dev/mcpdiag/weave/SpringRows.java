package dev.mcpdiag.weave;

import static dev.mcpdiag.weave.Push.SELF;
import static dev.mcpdiag.weave.Push.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Hooks in Spring: its transports for servers, of the SDK's own jars up to 0.18 and of Spring AI
 * from 2.0, the places where Spring AI turns a tool's exception into a result, and those where
 * Spring Security signs in.
 */
final class SpringRows {
  private static final String SDK = "io/modelcontextprotocol/server/transport/";
  private static final String SPRING = "org/springframework/web/";
  private static final String SPRING_AI = "org/springframework/ai/mcp/";
  private static final BiPredicate<String, String> ANY = (name, descriptor) -> true;

  private static final List<String> SIGN_INS =
      List.of(
          "authorize",
          "authorizeClient",
          "reauthorizeClient",
          "getTokenResponse",
          "getClientCredentialsAccessToken");

  private final List<HookRow> rows = new ArrayList<>();

  private SpringRows() {}

  static List<HookRow> all() {
    SpringRows all = new SpringRows();
    all.transports("WebMvc", "webmvc", SPRING + "servlet/function/", "body");
    all.transports("WebFlux", "webflux", SPRING + "reactive/function/server/", "bodyValue");
    all.signIns();
    // Spring AI from 2.0, and what Spring AI 1.1 uses.
    all.annotatedTools(SPRING_AI + "annotation/method/tool/");
    all.annotatedTools("org/springaicommunity/mcp/method/tool/");
    // The only exception whose message this class asks for is that of a tool.
    all.add(
        SPRING_AI + "McpToolUtils",
        ANY,
        Shape.REPLACE_CALL,
        "java/lang/Exception.getMessage()",
        "swallowedMessage");
    return all.rows;
  }

  /** Who gets a token before a request leaves: from Spring Security 5.4 to 7, and for MCP. */
  private void signIns() {
    String security = "org/springframework/security/oauth2/client/";
    String module = "org/springaicommunity/mcp/security/client/sync/oauth2/webclient/McpOAuth2";
    BiPredicate<String, String> asks =
        (name, descriptor) ->
            SIGN_INS.contains(name) && descriptor.endsWith(")Lreactor/core/publisher/Mono;");
    for (String signsIn :
        List.of(
            security + "AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager",
            security + "web/DefaultReactiveOAuth2AuthorizedClientManager",
            security
                + "web/reactive/function/client/ServletOAuth2AuthorizedClientExchangeFilterFunction",
            security + "endpoint/AbstractWebClientReactiveOAuth2AccessTokenResponseClient",
            module + "ClientCredentialsExchangeFilterFunction")) {
      add(signsIn, asks, Shape.RESULT, "", "signingIn", Push.METHOD_NAME);
    }
  }

  /** From the entry of a routed function to its answer: what it parsed and what it answered. */
  private void transports(String kind, String folder, String functions, String body) {
    String request = "(L" + functions + "ServerRequest;";
    BiPredicate<String, String> routes =
        (name, descriptor) -> name.startsWith("handle") && descriptor.startsWith(request);
    String writing = functions + "ServerResponse$BodyBuilder." + body + "(Ljava/lang/Object;)";
    for (String root : List.of(SDK, SPRING_AI + "server/" + folder + "/transport/")) {
      for (String way :
          List.of(
              "SseServerTransportProvider",
              "StreamableServerTransportProvider",
              "StatelessServerTransport")) {
        String transport = root + kind + way;
        String parse = "deserializeJsonRpcMessage";
        add(transport, routes, Shape.ENTRY, "", "serving", SELF);
        add(transport, ANY, Shape.CALL_ARGUMENT, parse, "input");
        add(transport, ANY, Shape.CALL_RESULT, parse, "inputRead");
        add(transport, ANY, Shape.CALL_ARGUMENT, writing, "ownBody");
        add(transport, routes, Shape.RESULT, "", "routed", SELF, parameter(0));
      }
    }
  }

  private void annotatedTools(String tools) {
    for (String way : List.of("Sync", "Async")) {
      String method = "create" + way + "ErrorResult";
      add(
          tools + "Abstract" + way + "McpToolMethodCallback",
          (name, descriptor) -> name.equals(method),
          Shape.ENTRY,
          "",
          "swallowed",
          SELF,
          parameter(0));
    }
    for (String callback : List.of("AsyncMcpTool", "AsyncStatelessMcpTool")) {
      add(
          tools + callback + "MethodCallback",
          ANY,
          Shape.CALL_ARGUMENT,
          "convertToCallToolResult",
          "returned");
    }
  }

  private void add(
      String className,
      BiPredicate<String, String> method,
      Shape shape,
      String call,
      String hook,
      Push... pushes) {
    rows.add(new HookRow(className, method, shape, call, hook, List.of(pushes)));
  }
}

package labapp;

import io.modelcontextprotocol.spec.McpClientTransport;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import reactor.core.publisher.Mono;

/** The transports over Spring's WebClient, of the SDK's own jar or of Spring AI's. */
final class WebFlux {
  private static final String[] PACKAGES = {
    "io.modelcontextprotocol.client.transport.",
    "org.springframework.ai.mcp.client.webflux.transport."
  };

  private WebFlux() {}

  static McpClientTransport transport(Errand errand) throws Exception {
    boolean isSse = errand.text("kind", "").equals("sse");
    String name = isSse ? "WebFluxSseClientTransport" : "WebClientStreamableHttpTransport";
    Object builder = Loose.statically(located(name), "builder", webClient(errand));
    Loose.call(builder, isSse ? "sseEndpoint" : "endpoint", errand.text("path", "/mcp"));
    return (McpClientTransport) Loose.call(builder, "build");
  }

  private static String located(String name) throws ClassNotFoundException {
    for (String root : PACKAGES) {
      if (Loose.type(root + name).isPresent()) {
        return root + name;
      }
    }
    throw new ClassNotFoundException(name);
  }

  private static Object webClient(Errand errand) throws Exception {
    Object builder =
        Loose.statically("org.springframework.web.reactive.function.client.WebClient", "builder");
    Loose.call(builder, "baseUrl", errand.text("url", ""));
    for (String value : errand.all("authorization")) {
      Loose.call(builder, "defaultHeader", "Authorization", new String[] {value});
    }
    for (String issuer : errand.all("tokenFrom")) {
      Class<?> filter =
          Class.forName("org.springframework.web.reactive.function.client.ExchangeFilterFunction");
      InvocationHandler signIn =
          (proxy, called, arguments) ->
              called.isDefault()
                  ? InvocationHandler.invokeDefault(proxy, called, arguments)
                  : withToken(issuer, arguments[0], arguments[1]);
      Loose.call(
          builder,
          "filter",
          Proxy.newProxyInstance(filter.getClassLoader(), new Class<?>[] {filter}, signIn));
    }
    for (String login : errand.all("login")) {
      Object filter = ((Login) Loose.create("labapp." + login, errand)).filter();
      Loose.call(builder, "filter", filter);
    }
    return builder;
  }

  /** A filter of the application's own, which asks for a token by a WebClient of its own. */
  private static Mono<?> withToken(String issuer, Object request, Object next) throws Exception {
    Object client =
        Loose.statically(
            "org.springframework.web.reactive.function.client.WebClient", "create", issuer);
    Object answer = Loose.call(Loose.call(client, "get"), "retrieve");
    return ((Mono<?>) Loose.call(answer, "bodyToMono", String.class))
        .flatMap(
            token -> {
              try {
                return (Mono<?>) Loose.call(next, "exchange", request);
              } catch (Exception e) {
                return Mono.error(e);
              }
            });
  }
}

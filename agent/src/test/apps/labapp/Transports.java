package labapp;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** The SDK's client transports as an application builds them. */
final class Transports {
  private static final String PACKAGE = "io.modelcontextprotocol.client.transport.";

  private Transports() {}

  static McpClientTransport of(Errand errand) throws Exception {
    return switch (errand.text("transport", "")) {
      case "stdio" -> stdio(errand);
      case "sse" -> http(errand, "HttpClientSseClientTransport", "sseEndpoint");
      case "streamable" -> http(errand, "HttpClientStreamableHttpTransport", "endpoint");
      case "webflux" -> WebFlux.transport(errand);
      default -> throw new IllegalArgumentException("unknown transport");
    };
  }

  private static McpClientTransport stdio(Errand errand) throws Exception {
    ServerParameters program =
        ServerParameters.builder(errand.text("command", ""))
            .args(errand.all("arg").toArray(new String[0]))
            .build();
    return (McpClientTransport)
        Loose.create(PACKAGE + "StdioClientTransport", program, Json.mapper());
  }

  private static McpClientTransport http(Errand errand, String type, String endpointSetting)
      throws Exception {
    Object builder = Loose.statically(PACKAGE + type, "builder", errand.text("url", ""));
    Loose.call(builder, endpointSetting, errand.text("path", "/mcp"));
    connectTimeout(builder, errand.millis("connectTimeout", 10_000));
    for (String value : errand.all("authorization")) {
      HttpRequest.Builder request = HttpRequest.newBuilder().header("Authorization", value);
      Loose.call(builder, "requestBuilder", request);
    }
    for (String complaint : errand.all("customizerThrows")) {
      throwingCustomizer(
          builder, errand.text("customizerException", AcmeException.class.getName()), complaint);
    }
    for (String proxy : errand.all("proxy")) {
      String[] address = proxy.split(":");
      ProxySelector way =
          ProxySelector.of(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
      Consumer<HttpClient.Builder> settings = client -> client.proxy(way);
      Loose.call(builder, "customizeClient", settings);
    }
    for (String bytes : errand.all("maxResponseSize")) {
      Loose.call(builder, "maxResponseSize", Integer.parseInt(bytes));
    }
    if (!errand.all("authorizationHandler").isEmpty()) {
      Loose.call(builder, "authorizationErrorHandler", retrying());
    }
    return (McpClientTransport) Loose.call(builder, "build");
  }

  private static void connectTimeout(Object builder, Duration timeout) throws Exception {
    if (Loose.has(builder, "connectTimeout", Duration.class)) {
      Loose.call(builder, "connectTimeout", timeout);
      return;
    }
    Consumer<HttpClient.Builder> settings = client -> client.connectTimeout(timeout);
    Loose.call(builder, "customizeClient", settings);
  }

  private static void throwingCustomizer(Object builder, String type, String complaint)
      throws Exception {
    for (var method : builder.getClass().getMethods()) {
      if (method.getName().equals("httpRequestCustomizer")) {
        Class<?> customizer = method.getParameterTypes()[0];
        method.invoke(
            builder,
            Proxy.newProxyInstance(
                customizer.getClassLoader(),
                new Class<?>[] {customizer},
                (proxy, called, arguments) -> {
                  throw (Throwable) Loose.create(type, complaint);
                }));
      }
    }
  }

  /** Says that the request may be sent once more, as an application does that got a new token. */
  private static Object retrying() throws ClassNotFoundException {
    Class<?> handler = Class.forName(PACKAGE + "customizer.McpHttpClientAuthorizationErrorHandler");
    return Proxy.newProxyInstance(
        handler.getClassLoader(),
        new Class<?>[] {handler},
        (proxy, called, arguments) ->
            called.getName().equals("handle")
                ? Mono.just(true)
                : InvocationHandler.invokeDefault(proxy, called, arguments));
  }

  /** As a host application names its policy. */
  public static final class DomainNotAllowedException extends RuntimeException {
    public DomainNotAllowedException(String message) {
      super(message);
    }
  }

  /** An exception that no library knows. */
  public static final class AcmeException extends RuntimeException {
    public AcmeException(String message) {
      super(message);
    }
  }
}

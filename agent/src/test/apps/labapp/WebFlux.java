package labapp;

import io.modelcontextprotocol.spec.McpClientTransport;

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
    return builder;
  }
}

package labapp;

/** The transports of Spring for servers, of the SDK's own jars or of Spring AI's. */
final class SpringTransports {
  private SpringTransports() {}

  static Object of(String stack, String wire) throws Exception {
    String kind = stack.equals("webmvc") ? "WebMvc" : "WebFlux";
    return switch (wire) {
      case "streamable" ->
          built(located(stack, kind + "StreamableServerTransportProvider"), endpoint(kind), "/mcp");
      case "stateless" ->
          built(located(stack, kind + "StatelessServerTransport"), "messageEndpoint", "/mcp");
      case "sse" ->
          built(located(stack, kind + "SseServerTransportProvider"), "messageEndpoint", "/message");
      default -> throw new IllegalArgumentException("unknown kind of server " + wire);
    };
  }

  private static String endpoint(String kind) {
    return kind.equals("WebMvc") ? "mcpEndpoint" : "messageEndpoint";
  }

  private static Object built(String type, String endpointSetting, String path) throws Exception {
    return Loose.type(type + "$Builder").isPresent()
        ? Servers.built(type, endpointSetting, path)
        : Loose.create(type, Json.mapper(), path); // WebMvc up to 0.10
  }

  private static String located(String stack, String name) {
    String old = "io.modelcontextprotocol.server.transport." + name;
    return Loose.type(old).isPresent()
        ? old
        : "org.springframework.ai.mcp.server." + stack + ".transport." + name;
  }
}

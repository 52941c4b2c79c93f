package labapp;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** The SDK's servers; which classes and builders exist differs by version. */
final class Servers {
  private static final String PACKAGE = "io.modelcontextprotocol.server.transport.";

  private static final List<Object> OPEN = new CopyOnWriteArrayList<>();

  private Servers() {}

  static Object stdio() throws Exception {
    return Loose.create(PACKAGE + "StdioServerTransportProvider", Json.mapper());
  }

  static Object http(String kind) throws Exception {
    return switch (kind) {
      case "streamable" ->
          built(PACKAGE + "HttpServletStreamableServerTransportProvider", "mcpEndpoint", "/mcp");
      case "stateless" ->
          built(PACKAGE + "HttpServletStatelessServerTransport", "messageEndpoint", "/mcp");
      case "sse" ->
          built(PACKAGE + "HttpServletSseServerTransportProvider", "messageEndpoint", "/message");
      default -> throw new IllegalArgumentException("unknown kind of server " + kind);
    };
  }

  static Object built(String type, String endpointSetting, String path) throws Exception {
    Object builder = Loose.statically(type, "builder");
    Loose.call(builder, endpointSetting, path);
    Object mapper = Json.mapper();
    for (Method method : builder.getClass().getMethods()) {
      if (method.getName().equals("jsonMapper") || method.getName().equals("objectMapper")) {
        method.invoke(builder, mapper);
      }
    }
    return Loose.call(builder, "build");
  }

  static Object start(Object transport) throws Exception {
    Object specification =
        Loose.statically("io.modelcontextprotocol.server.McpServer", "sync", transport);
    Loose.call(specification, "serverInfo", "lab-server", "1.0");
    for (String tool : Tools.NAMES) {
      BiFunction<Object, Object, Object> work = (context, request) -> Tools.run(tool);
      String method =
          Loose.type("io.modelcontextprotocol.spec.McpSchema$Tool$Builder").isPresent()
              ? "toolCall"
              : "tool";
      Loose.call(specification, method, Tools.declared(tool), work);
    }
    Object server = Loose.call(specification, "build");
    OPEN.add(server);
    return server;
  }

  /** In good order, though calls are open. */
  static void closeAll() {
    for (Object server : OPEN) {
      try {
        Loose.call(server, "closeGracefully");
      } catch (Exception e) {
        throw new IllegalStateException("the lab itself failed", e);
      }
    }
  }
}

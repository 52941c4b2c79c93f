package labapp;

import java.util.function.BiFunction;

/**
 * A server of twenty tools, {@code real-0} to {@code real-19}, of which the last always throws; it
 * has prompts and resources, but not one of them. Prints {@code listening <port>}.
 */
public final class FloodServer {
  static final int TOOLS = 20;

  private FloodServer() {}

  public static void main(String[] args) throws Exception {
    Object transport = Servers.http("streamable");
    Object server = Loose.statically("io.modelcontextprotocol.server.McpServer", "sync", transport);
    Loose.call(server, "serverInfo", "flooded", "1.0");
    Loose.call(server, "capabilities", Offers.capabilities());
    for (int i = 0; i < TOOLS; i++) {
      String work = i == TOOLS - 1 ? "throws" : "echo";
      BiFunction<Object, Object, Object> handler = (exchange, request) -> Tools.run(work);
      Loose.call(server, "toolCall", Tools.declared("real-" + i), handler);
    }
    Loose.call(server, "build");
    System.out.println("listening " + Web.serve(transport, 1).ports());
    System.out.flush();
    Thread.currentThread().join();
  }
}

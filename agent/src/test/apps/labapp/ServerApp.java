package labapp;

/**
 * A real MCP server of the SDK in its own JVM. Arguments: {@code stdio}, or {@code
 * streamable|sse|stateless} and on how many ports; prints {@code listening <port> <port> ...}.
 */
public final class ServerApp {
  private ServerApp() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("stdio")) {
      Servers.start(Servers.stdio());
      Thread.currentThread().join();
      return;
    }
    Object transport = Servers.http(args[0]);
    Object server = Servers.start(transport);
    Web web = Web.serve(transport, Integer.parseInt(args[1]));
    System.out.println("listening " + web.ports());
    System.out.flush();
    while (System.in.read() >= 0) {
      // Lives until the one who started it goes away.
    }
    Loose.call(server, "close");
    System.exit(0);
  }
}

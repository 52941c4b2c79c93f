package labapp;

/**
 * A real MCP server of the SDK whose handlers fail in every known way. Arguments: {@code stdio
 * sync|async}, or {@code streamable|sse|stateless}: then it serves {@code lab-sync} and {@code
 * lab-async} on a port each and prints {@code listening <port> <port>}.
 */
public final class FaultServer {
  private FaultServer() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("stdio")) {
      Offers.start(Servers.stdio(), args[1]);
      Thread.currentThread().join();
      return;
    }
    StringBuilder ports = new StringBuilder("listening");
    for (String mode : new String[] {"sync", "async"}) {
      Object transport = Servers.http(args[0]);
      Offers.start(transport, mode);
      ports.append(' ').append(Web.serve(transport, 1).ports());
    }
    System.out.println(ports);
    System.out.flush();
    while (System.in.read() >= 0) {
      // Lives until the one who started it goes away.
    }
    System.exit(0);
  }
}

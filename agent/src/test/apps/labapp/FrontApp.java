package labapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP service that calls the MCP tool of its path, {@code /echo}: 200, or 502 where the call
 * failed. Takes a line on stdin as its end. Arguments: settings of an errand.
 */
public final class FrontApp {
  private FrontApp() {}

  public static void main(String[] args) throws Exception {
    Client client = Client.of(Errand.of(String.join("\t", args)));
    client.initialize();
    HttpServer front =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.createContext("/", exchange -> answer(exchange, client));
    front.start();
    System.out.println("listening " + front.getAddress().getPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // Lives until the one who started it goes away.
    }
    front.stop(0);
    client.close();
    System.out.println("closed");
    System.exit(0);
  }

  private static void answer(HttpExchange exchange, Client client) throws IOException {
    String tool = exchange.getRequestURI().getPath().substring(1);
    String outcome;
    try {
      outcome = Outcome.succeeded(client.call(tool, Map.of()));
    } catch (Exception e) {
      outcome = Outcome.failed(e);
    }
    byte[] body = outcome.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(outcome.startsWith("ok") ? 200 : 502, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

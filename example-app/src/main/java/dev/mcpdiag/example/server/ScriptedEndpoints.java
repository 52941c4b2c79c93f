package dev.mcpdiag.example.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Endpoints that answer by {@link Script}, and ports where nobody answers. */
final class ScriptedEndpoints {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int MAX_QUEUED = 8;
  private static final int SYN_MILLIS = 300;

  /** Held open for as long as this JVM lives. */
  private static final List<AutoCloseable> HELD = new ArrayList<>();

  private ScriptedEndpoints() {}

  static void serve() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", ScriptedEndpoints::answer);
    server.start();
    Doors.announce("http", "http://127.0.0.1:" + server.getAddress().getPort());
    Doors.announce("refusing", "http://127.0.0.1:" + portThatRefuses());
    Doors.announce("swallowing", "http://127.0.0.1:" + portThatSwallows());
    Doors.serveUntilAbandoned();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Script.Answer answer =
        Script.answer(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body);
    if (answer == null) {
      return; // neither answered nor closed: the client waits
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Bound but not listening: the kernel refuses, and nobody else can take the port meanwhile. */
  private static int portThatRefuses() throws IOException {
    Socket bound = new Socket();
    bound.bind(new InetSocketAddress(LOOPBACK, 0));
    HELD.add(bound);
    return bound.getLocalPort();
  }

  /** Listening with a full queue that nobody empties: the kernel drops each further SYN. */
  private static int portThatSwallows() throws IOException {
    ServerSocket listening = new ServerSocket(0, 1, LOOPBACK);
    HELD.add(listening);
    for (int queued = 0; queued < MAX_QUEUED; queued++) {
      Socket filler = new Socket();
      HELD.add(filler);
      try {
        filler.connect(listening.getLocalSocketAddress(), SYN_MILLIS);
      } catch (SocketTimeoutException full) {
        break;
      }
    }
    return listening.getLocalPort();
  }
}

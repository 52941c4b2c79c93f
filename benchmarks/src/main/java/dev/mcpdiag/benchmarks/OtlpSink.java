package dev.mcpdiag.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A collector that takes everything and keeps nothing, so that the cost of exporting is in. */
final class OtlpSink implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LongAdder requests = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  private OtlpSink(HttpServer server) {
    this.server = server;
  }

  static OtlpSink start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var sink = new OtlpSink(HttpServer.create(address, 0));
    sink.server.setExecutor(sink.threads);
    sink.server.createContext("/", sink::swallow);
    sink.server.start();
    return sink;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  long requests() {
    return requests.sum();
  }

  /** Of request bodies, as they came over the wire. */
  long bytes() {
    return bytes.sum();
  }

  private void swallow(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      byte[] buffer = new byte[8192];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes.add(read);
      }
      requests.increment();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1); // An empty message is a full success.
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}

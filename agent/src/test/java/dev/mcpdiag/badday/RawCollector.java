package dev.mcpdiag.badday;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Keeps every byte that was sent to it, so that nothing can hide in a field nobody decodes. */
final class RawCollector implements AutoCloseable {
  private final HttpServer server;
  private final StringBuilder headers = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  RawCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::keep);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Protobuf writes strings as UTF-8, so an ASCII word is found in it as it is. */
  synchronized String text() {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Of all requests. */
  synchronized String headers() {
    return headers.toString();
  }

  private synchronized void keep(HttpExchange exchange) throws IOException {
    headers.append(exchange.getRequestHeaders().entrySet());
    boolean isGzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream body = isGzip ? new GZIPInputStream(raw) : raw) {
      body.transferTo(bytes);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

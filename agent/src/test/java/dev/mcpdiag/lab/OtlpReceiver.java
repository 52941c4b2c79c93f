package dev.mcpdiag.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** An OTLP/HTTP collector (protobuf, plain or gzip) that keeps what arrives, or misbehaves. */
public final class OtlpReceiver implements AutoCloseable {
  /** How the receiver answers. */
  public enum Mood {
    /** Takes everything. */
    WELL,
    /** 401 with an empty body. */
    UNAUTHORIZED,
    /** 503 with an empty body. */
    UNAVAILABLE,
    /** 503 and {@code Retry-After: 2}. */
    ASKS_FOR_A_PAUSE,
    /** Ends the connection without an answer. */
    CUTS,
    /** 200 and a web page: something else listens here. */
    HTML,
    /** No answer at all. */
    SILENT
  }

  private final HttpServer server;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "lab-otlp");
            thread.setDaemon(true);
            return thread;
          });
  private final List<OtlpEvent> events = new CopyOnWriteArrayList<>();
  private final List<OtlpSpan> spans = new CopyOnWriteArrayList<>();
  private final List<OtlpMetric> metrics = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;

  public OtlpReceiver() throws IOException {
    this(0);
  }

  public OtlpReceiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Value for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  public void turn(Mood next) {
    mood = next;
  }

  public List<OtlpEvent> events() {
    return List.copyOf(events);
  }

  public List<OtlpSpan> spans() {
    return List.copyOf(spans);
  }

  /** Points of metrics, as often as they arrived. */
  List<OtlpMetric> metrics() {
    return List.copyOf(metrics);
  }

  /** {@code POST /v1/logs} and so on, also those that were refused. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** All events so far, as soon as there are at least {@code count} or the time is over. */
  public List<OtlpEvent> awaitEvents(int count, Duration limit) {
    await(() -> events.size() >= count, limit);
    return events();
  }

  /** All failures so far, as soon as there are at least {@code count} or the time is over. */
  public List<OtlpEvent> awaitFailures(int count, Duration limit) {
    await(() -> failures().size() >= count, limit);
    return failures();
  }

  /** Failures among the events so far. */
  public List<OtlpEvent> failures() {
    return events().stream().filter(OtlpEvent::isFailure).toList();
  }

  /** All spans so far, as soon as there are at least {@code count} or the time is over. */
  public List<OtlpSpan> awaitSpans(int count, Duration limit) {
    await(() -> spans.size() >= count, limit);
    return spans();
  }

  /** All points so far, as soon as one of this metric is among them or the time is over. */
  List<OtlpMetric> awaitMetric(String name, Duration limit) {
    await(() -> metrics.stream().anyMatch(metric -> metric.name().equals(name)), limit);
    return metrics();
  }

  private static void await(BooleanSupplier enough, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!enough.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    switch (mood) {
      case WELL -> take(exchange, path);
      case UNAUTHORIZED -> reply(exchange, 401, "");
      case UNAVAILABLE -> reply(exchange, 503, "");
      case ASKS_FOR_A_PAUSE -> {
        exchange.getResponseHeaders().set("Retry-After", "2");
        reply(exchange, 503, "");
      }
      case CUTS -> exchange.close();
      case HTML -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        reply(exchange, 200, "<html><body>Welcome to the printer</body></html>");
      }
      case SILENT -> {
        // The exchange stays open until the receiver closes.
      }
    }
  }

  private void take(HttpExchange exchange, String path) throws IOException {
    try (InputStream body = body(exchange)) {
      switch (path) {
        case "/v1/traces" -> spans.addAll(OtlpSpan.of(ExportTraceServiceRequest.parseFrom(body)));
        case "/v1/logs" -> events.addAll(OtlpEvent.of(ExportLogsServiceRequest.parseFrom(body)));
        case "/v1/metrics" ->
            metrics.addAll(OtlpMetric.of(ExportMetricsServiceRequest.parseFrom(body)));
        default -> {
          reply(exchange, 404, "");
          return;
        }
      }
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    reply(exchange, 200, "");
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream raw = exchange.getRequestBody();
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    return "gzip".equals(encoding) ? new GZIPInputStream(raw) : raw;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}

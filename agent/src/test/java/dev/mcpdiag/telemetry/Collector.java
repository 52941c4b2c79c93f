package dev.mcpdiag.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A small OTLP receiver on a real socket that can be told to misbehave. */
final class Collector implements AutoCloseable {
  /** How it answers; it takes in only what it answers with 200. */
  interface Mood {
    /** Returns false if the request was answered already. */
    boolean isWell(HttpExchange exchange) throws IOException, InterruptedException;
  }

  static final Mood WELL = exchange -> true;

  final List<ResourceLogs> logs = new CopyOnWriteArrayList<>();
  final List<ResourceSpans> traces = new CopyOnWriteArrayList<>();
  final List<ExportMetricsServiceRequest> metricExports = new CopyOnWriteArrayList<>();
  final Map<String, List<String>> lastHeaders = new ConcurrentHashMap<>();
  volatile Mood mood = WELL;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Collector() {
    this(0);
  }

  Collector(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  List<LogRecord> events() {
    return logs.stream()
        .flatMap(r -> r.getScopeLogsList().stream())
        .flatMap(s -> s.getLogRecordsList().stream())
        .toList();
  }

  List<Span> spans() {
    return traces.stream()
        .flatMap(r -> r.getScopeSpansList().stream())
        .flatMap(s -> s.getSpansList().stream())
        .toList();
  }

  /** The metric of that name in the newest export that has it, else an empty one. */
  Metric metric(String name) {
    Metric found = Metric.getDefaultInstance();
    for (ExportMetricsServiceRequest request : metricExports) {
      for (ResourceMetrics resource : request.getResourceMetricsList()) {
        for (ScopeMetrics scope : resource.getScopeMetricsList()) {
          for (Metric metric : scope.getMetricsList()) {
            found = metric.getName().equals(name) ? metric : found;
          }
        }
      }
    }
    return found;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      lastHeaders.putAll(exchange.getRequestHeaders());
      if (!mood.isWell(exchange)) {
        return;
      }
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        body = new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
      }
      if (exchange.getRequestURI().getPath().equals("/v1/logs")) {
        logs.addAll(ExportLogsServiceRequest.parseFrom(body).getResourceLogsList());
      } else if (exchange.getRequestURI().getPath().equals("/v1/metrics")) {
        metricExports.add(ExportMetricsServiceRequest.parseFrom(body));
      } else {
        traces.addAll(ExportTraceServiceRequest.parseFrom(body).getResourceSpansList());
      }
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lab's eyes must not lie: what OpenTelemetry's own exporters send is what the tests read. */
class OtlpReceiverTest {
  private final OtlpReceiver receiver = receiver();

  private static OtlpReceiver receiver() {
    try {
      return new OtlpReceiver();
    } catch (IOException e) {
      throw new AssertionError("no port for the receiver", e);
    }
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void readsAnEventAsTheExporterSentIt() {
    try (SdkLoggerProvider logs = logs("none")) {
      sendEvent(logs);
    }
    assertEvent(receiver.awaitEvents(1, Duration.ofSeconds(5)));
  }

  @Test
  void readsGzip() {
    try (SdkLoggerProvider logs = logs("gzip")) {
      sendEvent(logs);
    }
    assertEvent(receiver.awaitEvents(1, Duration.ofSeconds(5)));
  }

  @Test
  void readsASpanAsTheExporterSentIt() {
    var exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(receiver.endpoint() + "/v1/traces").build();
    try (SdkTracerProvider traces =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build()) {
      var span =
          traces
              .get("lab")
              .spanBuilder("tools/call echo")
              .setSpanKind(SpanKind.CLIENT)
              .setAttribute("gen_ai.tool.name", "echo")
              .startSpan();
      span.setStatus(StatusCode.ERROR);
      span.end();
    }
    OtlpSpan seen = receiver.awaitSpans(1, Duration.ofSeconds(5)).get(0);
    assertEquals("tools/call echo", seen.name());
    assertEquals("CLIENT", seen.kind());
    assertEquals("ERROR", seen.status());
    assertEquals("echo", seen.text("gen_ai.tool.name"));
    assertEquals(32, seen.traceId().length());
    assertEquals("", seen.parentSpanId());
  }

  @Test
  void readsMetricsAsTheExporterSentThem() {
    var exporter =
        OtlpHttpMetricExporter.builder().setEndpoint(receiver.endpoint() + "/v1/metrics").build();
    try (SdkMeterProvider meters =
        SdkMeterProvider.builder()
            .registerMetricReader(PeriodicMetricReader.create(exporter))
            .build()) {
      var labels = Attributes.of(AttributeKey.stringKey("mcp.method.name"), "tools/call");
      var durations = meters.get("lab").histogramBuilder("d").setUnit("s");
      durations.setExplicitBucketBoundariesAdvice(List.of(1.0)).build().record(2.5, labels);
      meters.get("lab").counterBuilder("c").build().add(3, labels);
    }
    List<OtlpMetric> seen = receiver.awaitMetric("c", Duration.ofSeconds(5));
    OtlpMetric histogram = seen.stream().filter(m -> m.name().equals("d")).findAny().orElseThrow();
    assertEquals("s", histogram.unit());
    assertEquals(2.5, histogram.value());
    assertEquals(1, histogram.count());
    assertEquals(List.of(1.0), histogram.bounds());
    assertEquals(List.of(0L, 1L), histogram.buckets());
    assertEquals("tools/call", histogram.text("mcp.method.name"));
    OtlpMetric sum = seen.stream().filter(m -> m.name().equals("c")).findAny().orElseThrow();
    assertEquals(3, sum.value());
    assertEquals("sum", sum.kind());
  }

  @Test
  void keepsNothingWhenItAnswers401ButRemembersThatSomebodyCame() {
    receiver.turn(OtlpReceiver.Mood.UNAUTHORIZED);
    try (SdkLoggerProvider logs = logs("none")) {
      sendEvent(logs);
    }
    assertTrue(receiver.events().isEmpty(), "refused events must not count as delivered");
    assertFalse(receiver.requests().isEmpty(), "the attempt is on record");
  }

  private SdkLoggerProvider logs(String compression) {
    var exporter =
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/logs")
            .setCompression(compression)
            .build();
    return SdkLoggerProvider.builder()
        .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
        .build();
  }

  private static void sendEvent(SdkLoggerProvider logs) {
    logs.get("lab")
        .logRecordBuilder()
        .setEventName("mcpdiag.failure")
        .setTimestamp(Instant.ofEpochSecond(1_700_000_000))
        .setSeverity(Severity.WARN)
        .setBody("It is temporarily unavailable.")
        .setAttribute(AttributeKey.stringKey("mcpdiag.code"), "MCP_SERVER_UNAVAILABLE")
        .setAttribute(AttributeKey.booleanKey("mcpdiag.retryable"), true)
        .setAttribute(AttributeKey.longKey("mcpdiag.http_status"), 503L)
        .setAttribute(AttributeKey.stringArrayKey("mcpdiag.evidence"), List.of("http.status=503"))
        .emit();
    logs.forceFlush().join(5, TimeUnit.SECONDS);
  }

  private static void assertEvent(List<OtlpEvent> events) {
    assertEquals(1, events.size());
    OtlpEvent event = events.get(0);
    assertTrue(event.isFailure());
    assertEquals("MCP_SERVER_UNAVAILABLE", event.text("mcpdiag.code"));
    assertEquals(true, event.attributes().get("mcpdiag.retryable"));
    assertEquals(503L, event.attributes().get("mcpdiag.http_status"));
    assertEquals(List.of("http.status=503"), event.attributes().get("mcpdiag.evidence"));
    assertEquals("It is temporarily unavailable.", event.body());
    assertEquals(13, event.severity());
    assertEquals(1_700_000_000_000_000_000L, event.timeUnixNano());
  }
}

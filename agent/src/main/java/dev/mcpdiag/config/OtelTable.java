package dev.mcpdiag.config;

import java.util.List;

/** OpenTelemetry's settings that are honoured, as rows for {@code --config} and the README. */
final class OtelTable {
  /**
   * @param name with {@code *} for a part that varies
   */
  record Row(String name, String defaultText, String meaning) {}

  static final List<Row> ROWS =
      List.of(
          new Row("OTEL_SERVICE_NAME", "", "else the Spring name, the main jar or the main class"),
          new Row("OTEL_RESOURCE_ATTRIBUTES", "", "`key=value`, comma separated"),
          new Row(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              "http://localhost:4318",
              "`/v1/traces` and so on is added; `http://localhost:4317` for grpc"),
          new Row("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "`http/protobuf` or `grpc`"),
          new Row("OTEL_EXPORTER_OTLP_HEADERS", "", "`key=value`, comma separated"),
          new Row("OTEL_EXPORTER_OTLP_TIMEOUT", "10000", "milliseconds for one export"),
          new Row("OTEL_EXPORTER_OTLP_COMPRESSION", "none", "`gzip` or `none`"),
          new Row("OTEL_EXPORTER_OTLP_CERTIFICATE", "", "PEM file of trusted certificates"),
          new Row("OTEL_EXPORTER_OTLP_CLIENT_KEY", "", "PEM file of our key"),
          new Row("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "", "PEM file of our certificate"),
          new Row(
              "OTEL_EXPORTER_OTLP_{TRACES,METRICS,LOGS}_*",
              "",
              "each of these for one signal; an endpoint is then used as it stands"),
          new Row("OTEL_{TRACES,METRICS,LOGS}_EXPORTER", "otlp", "`otlp` or `none`"),
          new Row("OTEL_PROPAGATORS", "tracecontext,baggage", "these two, or `none`"),
          new Row(
              "OTEL_TRACES_SAMPLER",
              "parentbased_always_on",
              "`[parentbased_]{always_on,always_off,traceidratio}`"),
          new Row("OTEL_TRACES_SAMPLER_ARG", "1", "the ratio, 0 to 1"),
          new Row("OTEL_SDK_DISABLED", "false", "true: export off, diagnosis on"),
          new Row(
              "OTEL_BSP_SCHEDULE_DELAY",
              "5000",
              "milliseconds that a span waits for others; spans of failed calls do not wait"),
          new Row("OTEL_BSP_MAX_QUEUE_SIZE", "2048", "spans that may wait, but for failed calls"),
          new Row("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "512", "spans in one export at most"),
          new Row(
              "OTEL_BSP_EXPORT_TIMEOUT",
              "30000",
              "milliseconds for one export of spans, if that is less than the time-out above"),
          new Row("OTEL_METRIC_EXPORT_INTERVAL", "60000", "milliseconds between two exports"),
          new Row(
              "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
              "cumulative",
              "`cumulative`, `delta` or `lowmemory`"));

  private OtelTable() {}
}

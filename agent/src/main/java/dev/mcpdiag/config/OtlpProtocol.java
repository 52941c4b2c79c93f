package dev.mcpdiag.config;

/** How OTLP is spoken ({@code OTEL_EXPORTER_OTLP_PROTOCOL}). */
public enum OtlpProtocol {
  /** Port 4318; each signal has a path of its own. The default. */
  HTTP_PROTOBUF("http/protobuf", "http://localhost:4318"),

  /** Port 4317; the address has no path. */
  GRPC("grpc", "http://localhost:4317");

  private final String text;
  private final String defaultEndpoint;

  OtlpProtocol(String text, String defaultEndpoint) {
    this.text = text;
    this.defaultEndpoint = defaultEndpoint;
  }

  /** As OpenTelemetry writes it. */
  public String text() {
    return text;
  }

  String defaultEndpoint() {
    return defaultEndpoint;
  }
}

package dev.mcpdiag.telemetry;

/** The three kinds of telemetry, each with its own endpoint. */
enum Signal {
  TRACES("opentelemetry.proto.collector.trace.v1.TraceService/Export"),
  METRICS("opentelemetry.proto.collector.metrics.v1.MetricsService/Export"),
  LOGS("opentelemetry.proto.collector.logs.v1.LogsService/Export");

  private final String grpcMethod;

  Signal(String grpcMethod) {
    this.grpcMethod = grpcMethod;
  }

  String grpcMethod() {
    return grpcMethod;
  }
}

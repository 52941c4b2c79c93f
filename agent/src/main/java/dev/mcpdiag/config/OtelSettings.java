package dev.mcpdiag.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What OpenTelemetry's own settings say, in their own meaning. Immutable.
 *
 * @param isDisabled {@code OTEL_SDK_DISABLED}: no export, diagnosis goes on
 * @param propagators {@code tracecontext}, {@code baggage}; empty for {@code none}
 * @param isMetricDelta each export says what came since the last one, not since the start
 */
public record OtelSettings(
    boolean isDisabled,
    Resource resource,
    OtlpExport traces,
    OtlpExport metrics,
    OtlpExport logs,
    List<String> propagators,
    Sampling sampling,
    Batching spanBatches,
    Duration metricInterval,
    boolean isMetricDelta) {

  /**
   * Who sends.
   *
   * @param serviceName never empty and never {@code unknown_service}
   * @param attributes of {@code OTEL_RESOURCE_ATTRIBUTES}, decoded, without {@code service.name}
   */
  public record Resource(String serviceName, Map<String, String> attributes) {}

  /**
   * Which traces are kept.
   *
   * @param ratio 0 to 1, for the two ratio samplers
   */
  public record Sampling(TraceSampler sampler, double ratio) {}

  /** {@code OTEL_BSP_*}, counts in spans. */
  public record Batching(
      Duration delay, int maxQueueSize, int maxBatchSize, Duration exportTimeout) {}

  public OtlpExport export(Signal signal) {
    return switch (signal) {
      case TRACES -> traces;
      case METRICS -> metrics;
      case LOGS -> logs;
    };
  }
}

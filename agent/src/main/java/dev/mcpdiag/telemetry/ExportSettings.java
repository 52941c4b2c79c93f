package dev.mcpdiag.telemetry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTelemetry's own settings say, read by {@code config} and checked there.
 *
 * @param serviceName never empty, never {@code unknown_service}
 * @param resourceAttributes OTEL_RESOURCE_ATTRIBUTES, decoded
 * @param sampler OTEL_TRACES_SAMPLER, for example {@code parentbased_always_on}
 * @param samplerArgument OTEL_TRACES_SAMPLER_ARG, null if not set
 * @param propagators OTEL_PROPAGATORS: {@code tracecontext}, {@code baggage}; others are left out
 * @param spans OTEL_BSP_*
 * @param metricInterval OTEL_METRIC_EXPORT_INTERVAL
 * @param isMetricDelta whether a point says what came since the last one, not since the start
 */
public record ExportSettings(
    String serviceName,
    Map<String, String> resourceAttributes,
    String sampler,
    @Nullable String samplerArgument,
    List<String> propagators,
    Target traces,
    Target metrics,
    Target logs,
    Batches spans,
    Duration metricInterval,
    boolean isMetricDelta) {

  /** How OTLP travels. */
  public enum Protocol {
    HTTP_PROTOBUF,
    GRPC
  }

  /**
   * How spans are gathered: OTEL_BSP_*, in the meaning of OpenTelemetry's batch span processor. The
   * spans of failed calls are not held back for it: for them the batch size and the time-out alone
   * count.
   *
   * @param delay OTEL_BSP_SCHEDULE_DELAY: how long a span waits for others
   * @param maxQueueSize OTEL_BSP_MAX_QUEUE_SIZE: how many may wait
   * @param maxBatchSize OTEL_BSP_MAX_EXPORT_BATCH_SIZE: how many travel in one request at most, and
   *     how many that wait are sent before the delay is over
   * @param timeout OTEL_BSP_EXPORT_TIMEOUT: of one request, if it is shorter than the target's
   */
  public record Batches(Duration delay, int maxQueueSize, int maxBatchSize, Duration timeout) {}

  /**
   * Where one signal goes.
   *
   * @param enabled false for exporter {@code none}
   * @param endpoint for HTTP the whole address with {@code /v1/traces} or the like, for gRPC
   *     without a path
   * @param headers added to each request; values are secrets
   * @param timeout of one request
   * @param gzip whether requests are compressed
   * @param certificate trusted certificates, PEM, null for the JVM's
   * @param clientKey private key, PEM (PKCS#8), null for none
   * @param clientCertificate chain of the client key, PEM, null for none
   */
  public record Target(
      boolean enabled,
      URI endpoint,
      Protocol protocol,
      Map<String, String> headers,
      Duration timeout,
      boolean gzip,
      @Nullable Path certificate,
      @Nullable Path clientKey,
      @Nullable Path clientCertificate) {
    /** The same target, for requests that may take no longer than this; zero is no limit. */
    Target within(Duration limit) {
      return limit.isZero() || limit.compareTo(timeout) >= 0
          ? this
          : new Target(
              enabled,
              endpoint,
              protocol,
              headers,
              limit,
              gzip,
              certificate,
              clientKey,
              clientCertificate);
    }

    /** Headers are left out: they carry credentials. */
    @Override
    public String toString() {
      return protocol + " " + endpoint;
    }
  }
}

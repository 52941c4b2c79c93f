package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Our SDK as the engine runs it: one thread for the loop, a few for requests. */
final class Exporting implements AutoCloseable {
  final List<Problem> problems = new CopyOnWriteArrayList<>();
  final OwnSdk sdk;
  private final ExecutorService requests = Executors.newCachedThreadPool(Exporting::daemon);
  private final Thread loop;

  Exporting(ExportSettings settings) {
    sdk = new OwnSdk(settings, "1.2.3", requests, problems::add);
    loop = daemon(sdk.loop());
    loop.start();
  }

  static Exporting to(Collector collector) {
    return new Exporting(settings(collector.at("/v1/traces"), collector.at("/v1/logs")));
  }

  static ExportSettings settings(URI traces, URI logs) {
    return settings(target(traces), target(logs), "parentbased_always_on");
  }

  static ExportSettings settings(
      ExportSettings.Target traces, ExportSettings.Target logs, String sampler) {
    URI metrics = URI.create(logs.endpoint().toString().replace("/v1/logs", "/v1/metrics"));
    return settings(traces, logs, target(metrics), sampler, Duration.ofMinutes(1), false);
  }

  static ExportSettings settings(
      ExportSettings.Target traces,
      ExportSettings.Target logs,
      ExportSettings.Target metrics,
      String sampler,
      Duration metricInterval,
      boolean isMetricDelta) {
    return new ExportSettings(
        "shop",
        Map.of("deployment.environment.name", "test"),
        sampler,
        null,
        List.of("tracecontext", "baggage"),
        traces,
        metrics,
        logs,
        new ExportSettings.Batches(Duration.ofSeconds(1), 8_192, 1_024, Duration.ofSeconds(30)),
        metricInterval,
        isMetricDelta);
  }

  /** The same with OTEL_BSP_* of its own. */
  static ExportSettings with(ExportSettings.Batches spans, ExportSettings settings) {
    return new ExportSettings(
        settings.serviceName(),
        settings.resourceAttributes(),
        settings.sampler(),
        settings.samplerArgument(),
        settings.propagators(),
        settings.traces(),
        settings.metrics(),
        settings.logs(),
        spans,
        settings.metricInterval(),
        settings.isMetricDelta());
  }

  static ExportSettings.Target target(URI endpoint) {
    return new ExportSettings.Target(
        true,
        endpoint,
        ExportSettings.Protocol.HTTP_PROTOBUF,
        Map.of("authorization", "Bearer abc"),
        Duration.ofSeconds(10),
        false,
        null,
        null,
        null);
  }

  /** Metrics every so often. */
  static Exporting metricsTo(Collector collector, Duration interval, boolean isDelta) {
    return new Exporting(
        settings(
            target(collector.at("/v1/traces")),
            target(collector.at("/v1/logs")),
            target(collector.at("/v1/metrics")),
            "parentbased_always_on",
            interval,
            isDelta));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "mcpdiag-test");
    thread.setDaemon(true);
    return thread;
  }

  static boolean becomes(Duration limit, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() - end < 0) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.sleep(5);
    }
    return condition.getAsBoolean();
  }

  @Override
  public void close() {
    sdk.loop().flush(Duration.ofSeconds(2));
    requests.shutdownNow();
  }
}

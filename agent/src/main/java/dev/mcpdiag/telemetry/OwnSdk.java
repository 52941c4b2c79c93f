package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.FailureListener;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Our own OpenTelemetry, for applications that have none. Starting it makes spans possible and
 * nothing else: marshalers, HTTP client and connections come with the first turn of {@link
 * ExportLoop}, on the engine's thread.
 */
public final class OwnSdk {
  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final Lane.Bounds EVENTS = new Lane.Bounds(48L << 20, 50_000, AT_ONCE, 1_024);

  /** One on its way, and one at the end. */
  private static final Lane.Bounds METRICS = new Lane.Bounds(8L << 20, 4, Duration.ZERO, 4);

  private final ExportLoop loop = new ExportLoop();
  private final ExportTally tally = new ExportTally();
  private final Bridge bridge;
  private final FailureExport failures;
  private final NoticeExport notices;
  private final Metrics metrics;
  private final Complaints complaints;
  private final @Nullable CollectorProbe probe;

  /**
   * @param version of mcpdiag
   * @param executor whose daemon threads carry the requests; at most four at a time
   */
  public OwnSdk(
      ExportSettings settings, String version, ExecutorService executor, Problems problems) {
    complaints = new Complaints(problems);
    Resource resource = resourceOf(settings, version);
    Speaker speaker = Speaker.of(resource, version);
    ExportSettings.Batches batches = settings.spans();
    ExportSettings.Target spans = settings.traces().within(batches.timeout());
    OtlpSender traces = sender(Signal.TRACES, spans, version, executor, problems);
    OtlpSender logs = sender(Signal.LOGS, settings.logs(), version, executor, problems);
    OtlpSender probed = logs == null ? traces : logs;
    Runnable wake = loop::wake;
    List<Lane<?>> lanes = new ArrayList<>();
    Lane<EventData> events = null;
    if (logs != null) {
      events = new Lane<>(logs, Marshal::events, EVENTS, tally.events(), complaints, wake);
      lanes.add(events);
    }
    FinishedSpans finished = null;
    if (traces != null) {
      SpanRequests requests = new SpanRequests(speaker);
      Lane<OwnSpan> failed =
          new Lane<>(traces, requests, failedSpans(batches), tally.failedSpans(), complaints, wake);
      Lane<OwnSpan> well =
          new Lane<>(traces, requests, otherSpans(batches), tally.spans(), complaints, wake);
      lanes.add(failed);
      lanes.add(well);
      finished = new FinishedSpans(failed, well);
    }
    bridge =
        new OwnBridge(
            Samplers.named(settings.sampler(), settings.samplerArgument(), problems),
            finished,
            MetaPropagators.of(settings.propagators(), problems));
    failures = new FailureExport(events, speaker, wake);
    Drops drops = new Drops(tally.events(), this::tell);
    metrics = new Metrics(drops);
    notices = new NoticeExport(events, speaker, metrics);
    List<ExportLoop.Chore> chores = new ArrayList<>(List.of(failures, drops));
    probe =
        probed == null ? null : new CollectorProbe(probed, complaints, tally.events()::met, wake);
    if (probe != null) {
      chores.add(probe);
    }
    OtlpSender sender = sender(Signal.METRICS, settings.metrics(), version, executor, problems);
    if (sender != null) {
      Lane<Supplier<List<MetricData>>> lane =
          new Lane<>(sender, Marshal::metrics, METRICS, tally.metrics(), complaints, wake);
      lanes.add(lane);
      chores.add(
          new MetricExport(
              metrics, lane, speaker, settings.metricInterval(), settings.isMetricDelta()));
    }
    loop.serve(lanes, chores);
  }

  private static Lane.Bounds failedSpans(ExportSettings.Batches batches) {
    return new Lane.Bounds(16L << 20, 50_000, AT_ONCE, batches.maxBatchSize());
  }

  private static Lane.Bounds otherSpans(ExportSettings.Batches batches) {
    return new Lane.Bounds(
        4L << 20, batches.maxQueueSize(), batches.delay(), batches.maxBatchSize());
  }

  private void tell(Notice notice) {
    notices.noticed(notice);
  }

  /** Makes the spans. */
  public Bridge bridge() {
    return bridge;
  }

  /** Makes the events. */
  public FailureListener failures() {
    return failures;
  }

  /** Makes the other events. */
  public NoticeListener notices() {
    return notices;
  }

  /** Counts and times calls. */
  public Metrics metrics() {
    return metrics;
  }

  /** To be run by one thread of the engine, and flushed when the JVM ends. */
  public ExportLoop loop() {
    return loop;
  }

  /** How much was delivered. */
  public ExportTally tally() {
    return tally;
  }

  /** Asks the collector of the events, else of the spans; null where nothing is exported. */
  public @Nullable CollectorProbe probe() {
    return probe;
  }

  private static Resource resourceOf(ExportSettings settings, String version) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put("telemetry.sdk.name", "opentelemetry");
    attributes.put("telemetry.sdk.language", "java");
    attributes.put("telemetry.distro.name", "mcpdiag");
    attributes.put("telemetry.distro.version", version);
    // Two JVMs of one service must not write into one another's series.
    attributes.put("service.instance.id", UUID.randomUUID().toString());
    settings.resourceAttributes().forEach(attributes::put);
    attributes.put("service.name", settings.serviceName());
    return Resource.create(attributes.build());
  }

  private static @Nullable OtlpSender sender(
      Signal signal,
      ExportSettings.Target target,
      String version,
      ExecutorService executor,
      Problems problems) {
    if (!target.enabled()) {
      return null;
    }
    try {
      return OtlpSender.of(signal, target, version, executor);
    } catch (IOException | RuntimeException e) {
      problems.report(
          new Problem(
              "telemetry is not exported, certificate or key cannot be used: " + e.getMessage(),
              ExportProblems.place(target.endpoint()),
              "correct OTEL_EXPORTER_OTLP_CERTIFICATE and OTEL_EXPORTER_OTLP_CLIENT_*"));
      return null;
    }
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times calls (reference/metrics.md#metrics). Each method may be called on any thread,
 * costs nanoseconds and never throws; a call that went well leaves no garbage but its labels.
 */
public final class Metrics {
  private final Series<CallLabels, Durations> client = new Series<>(Durations::new);
  private final Series<CallLabels, Durations> server = new Series<>(Durations::new);
  private final Series<FailureLabels, LongAdder> failures = new Series<>(LongAdder::new);
  private final Series<FailureLabels, LongAdder> recoveries = new Series<>(LongAdder::new);
  private final LabelBounds bounds = new LabelBounds();
  private final ServerStates states = new ServerStates();
  private final NoticeCount counting = new NoticeCount(recoveries, states, bounds);
  private final Drops drops;

  Metrics(Drops drops) {
    this.drops = drops;
  }

  /** A call went well. */
  public void succeeded(Attempt attempt) {
    record(attempt, null, null, TargetProof.PROVEN);
  }

  /**
   * A call failed.
   *
   * @param isError whether the convention calls it an error (reference/spans.md#errors)
   * @param target whether the tool or prompt may be a label
   */
  public void failed(Failure failure, boolean isError, TargetProof target) {
    Attempt attempt = failure.attempt();
    FailureLabels labels = FailureLabels.of(failure.diagnosis(), attempt, bounds);
    failures.of(labels, labels::coarse).increment();
    if (!attempt.request().method().isEmpty()) {
      String errorType = isError ? attempt.execution().errorType() : null;
      record(attempt, errorType, failure.findings().received().peerCode(), target);
    }
  }

  void noticed(Notice notice) {
    notice.read(counting);
  }

  /** What servers ask of their clients: there the server is the sender. */
  private static boolean isAskedByServer(String method) {
    return method.startsWith("sampling/")
        || method.startsWith("elicitation/")
        || method.startsWith("roots/");
  }

  private void record(
      Attempt attempt, @Nullable String errorType, @Nullable Integer peerCode, TargetProof target) {
    boolean isSender =
        (attempt.side() == Side.CLIENT) != isAskedByServer(attempt.request().method());
    Series<CallLabels, Durations> series = isSender ? client : server;
    Durations durations = series.known(new CallLabels(attempt, errorType, peerCode));
    if (durations == null) {
      durations = bounded(series, attempt, errorType, peerCode, target);
    }
    durations.add(attempt.execution().elapsed().toNanos());
  }

  /** For calls that may need a series of their own, or share one: not for each call. */
  private Durations bounded(
      Series<CallLabels, Durations> series,
      Attempt attempt,
      @Nullable String errorType,
      @Nullable Integer peerCode,
      TargetProof target) {
    Attempt call = bounds.call(attempt, target);
    String type = bounds.errorType(errorType);
    return series.of(
        new CallLabels(call, type, bounds.statusCode(peerCode)),
        () -> new CallLabels(LabelBounds.coarse(call), LabelBounds.coarse(type), null));
  }

  boolean hasAny() {
    return client.hasAny()
        || server.hasAny()
        || failures.hasAny()
        || recoveries.hasAny()
        || states.hasAny()
        || drops.hasAny();
  }

  /** What is to be exported; for delta also the reset, so one thread only. */
  List<MetricData> collect(Speaker speaker, long start, long now, boolean isDelta) {
    MetricSet set = new MetricSet(speaker, isDelta);
    set.durations(
        Names.CLIENT_DURATION,
        "Duration of an MCP request or notification as its sender sees it",
        points(client, start, now, isDelta));
    set.durations(
        Names.SERVER_DURATION,
        "Duration of an MCP request or notification as its receiver sees it",
        points(server, start, now, isDelta));
    set.counts(
        Names.FAILURES,
        "Failed calls by cause",
        "{failure}",
        counts(failures, start, now, isDelta));
    set.counts(
        Names.RECOVERED,
        "What the SDK got over by itself",
        "{recovery}",
        counts(recoveries, start, now, isDelta));
    set.levels(
        Names.SERVER_STATE,
        "1 for the state that a server is in, 0 for the others",
        "1",
        states.points(start, now));
    set.counts(
        Names.EVENTS_DROPPED,
        "Events that never reach the collector",
        "{event}",
        drops.points(start, now, isDelta));
    return set.metrics();
  }

  private static List<HistogramPointData> points(
      Series<CallLabels, Durations> series, long start, long now, boolean isDelta) {
    List<HistogramPointData> points = new ArrayList<>();
    series.forEach(
        (labels, durations) -> {
          HistogramPointData point = durations.point(start, now, labels, isDelta);
          if (point != null) {
            points.add(point);
          }
        });
    return points;
  }

  private static List<LongPointData> counts(
      Series<FailureLabels, LongAdder> series, long start, long now, boolean isDelta) {
    List<LongPointData> points = new ArrayList<>();
    series.forEach(
        (labels, count) -> {
          long n = isDelta ? count.sumThenReset() : count.sum();
          if (n > 0) {
            points.add(ImmutableLongPointData.create(start, now, labels, n));
          }
        });
    return points;
  }
}

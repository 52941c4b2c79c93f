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
 * Counts and times calls (contract, section 5). Each method may be called on any thread, costs
 * nanoseconds and never throws; a call that went well leaves no garbage but its labels.
 */
public final class Metrics {
  private final Series<CallLabels, Durations> client = new Series<>(Durations::new);
  private final Series<CallLabels, Durations> server = new Series<>(Durations::new);
  private final Series<FailureLabels, LongAdder> failures = new Series<>(LongAdder::new);
  private final Series<FailureLabels, LongAdder> recoveries = new Series<>(LongAdder::new);
  private final ServerStates states = new ServerStates();
  private final NoticeCount counting = new NoticeCount(recoveries, states);
  private final Drops drops;

  Metrics(Drops drops) {
    this.drops = drops;
  }

  /** A call went well. */
  public void succeeded(Attempt attempt) {
    record(attempt, null, null);
  }

  /**
   * A call failed.
   *
   * @param isError whether the convention calls it an error (contract, section 3)
   */
  public void failed(Failure failure, boolean isError) {
    Attempt attempt = failure.attempt();
    failures.of(FailureLabels.of(failure.diagnosis(), attempt)).increment();
    if (!attempt.method().isEmpty()) {
      record(attempt, isError ? attempt.errorType() : null, failure.received().peerCode());
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

  private void record(Attempt attempt, @Nullable String errorType, @Nullable Integer peerCode) {
    boolean isSender = (attempt.side() == Side.CLIENT) != isAskedByServer(attempt.method());
    Series<CallLabels, Durations> durations = isSender ? client : server;
    durations.of(new CallLabels(attempt, errorType, peerCode)).add(attempt.elapsed().toNanos());
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

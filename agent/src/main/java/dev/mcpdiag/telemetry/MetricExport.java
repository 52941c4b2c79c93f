package dev.mcpdiag.telemetry;

import io.opentelemetry.sdk.metrics.data.MetricData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Exports the metrics from time to time and at the end. Nothing queues up: while the last export
 * waits for its collector, no new one is collected, and the next has everything in it.
 */
final class MetricExport implements ExportLoop.Chore {
  private final Metrics metrics;
  private final Lane<Supplier<List<MetricData>>> lane;
  private final Speaker speaker;
  private final boolean isDelta;
  private final long intervalNanos;
  private long dueAt;
  private long start = now();
  private boolean isLastSent;

  MetricExport(
      Metrics metrics,
      Lane<Supplier<List<MetricData>>> lane,
      Speaker speaker,
      Duration interval,
      boolean isDelta) {
    this.metrics = metrics;
    this.lane = lane;
    this.speaker = speaker;
    this.isDelta = isDelta;
    this.intervalNanos = interval.toNanos();
    this.dueAt = System.nanoTime() + intervalNanos;
  }

  @Override
  public long turn(long now, boolean closing) {
    if (closing) {
      if (!isLastSent) {
        isLastSent = true;
        export();
      }
      return Lane.ASLEEP;
    }
    isLastSent = false; // the JVM lives on after what seemed to be its end
    long left = dueAt - now;
    if (left > 0) {
      return left;
    }
    if (!lane.isDone()) {
      return Lane.ASLEEP; // The lane's own next turn comes by here.
    }
    dueAt = now + intervalNanos;
    export();
    return intervalNanos;
  }

  /** Collected when the lane writes it, which at the end is after the failures were sent. */
  private void export() {
    if (metrics.hasAny()) {
      lane.offer(this::snapshot);
    }
  }

  private List<MetricData> snapshot() {
    long now = now();
    List<MetricData> collected = metrics.collect(speaker, start, now, isDelta);
    if (isDelta) {
      start = now;
    }
    return collected;
  }

  private static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }
}

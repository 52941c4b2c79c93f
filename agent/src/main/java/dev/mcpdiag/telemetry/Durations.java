package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A histogram of durations with the convention's buckets. Any thread, no lock, no garbage.
 *
 * <p>Our own because the SDK's meter costs each start 200 classes and 100 ms of CPU more; its data
 * model and OTLP writer are used all the same, at the first export.
 */
final class Durations {
  private static final List<Double> BOUNDS =
      List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);
  private static final long[] BOUNDS_NANOS = nanos();

  private final LongAdder[] counts = new LongAdder[BOUNDS_NANOS.length + 1];
  private final LongAdder sum = new LongAdder();

  Durations() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void add(long nanos) {
    int bucket = 0;
    // A loop, not a search: nearly all calls end in one of the first few.
    while (bucket < BOUNDS_NANOS.length && nanos > BOUNDS_NANOS[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
  }

  /** Null if nothing was added (delta: since the last point). */
  @Nullable HistogramPointData point(long start, long now, Attributes labels, boolean isDelta) {
    List<Long> buckets = new ArrayList<>(counts.length);
    long all = 0;
    for (LongAdder count : counts) {
      long n = isDelta ? count.sumThenReset() : count.sum();
      buckets.add(n);
      all += n;
    }
    if (all == 0) {
      return null;
    }
    double seconds = (isDelta ? sum.sumThenReset() : sum.sum()) / 1e9;
    return ImmutableHistogramPointData.create(
        start, now, labels, seconds, false, 0, false, 0, BOUNDS, buckets);
  }

  private static long[] nanos() {
    long[] nanos = new long[BOUNDS.size()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = Math.round(BOUNDS.get(i) * 1e9);
    }
    return nanos;
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Notice;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of events that are lost: as a metric, and as a notice once the collector takes something
 * again. On the export loop's thread only.
 */
final class Drops implements ExportLoop.Chore {
  private static final DropReason[] REASONS = DropReason.values();
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final ExportTally.Count events;
  private final Consumer<Notice> to;
  private final long[] told = new long[REASONS.length];
  private final long[] counted = new long[REASONS.length];
  private long nextAt = System.nanoTime();

  Drops(ExportTally.Count events, Consumer<Notice> to) {
    this.events = events;
    this.to = to;
  }

  @Override
  public long turn(long now, boolean closing) {
    if (events.dropped() == 0) {
      return Lane.ASLEEP;
    }
    long left = closing ? 0 : nextAt - now;
    boolean isHeard = events.lastAnswer() == Answer.ACCEPTED;
    if (left > 0 || !isHeard) {
      return hasNews() && isHeard ? left : Lane.ASLEEP;
    }
    for (int i = 0; i < REASONS.length; i++) {
      long news = events.dropped(REASONS[i]) - told[i];
      if (news > 0) {
        told[i] += news;
        nextAt = now + PAUSE;
        to.accept(new Notice.Dropped(Instant.now(), REASONS[i].text(), news));
      }
    }
    return Lane.ASLEEP;
  }

  private boolean hasNews() {
    for (int i = 0; i < REASONS.length; i++) {
      if (events.dropped(REASONS[i]) > told[i]) {
        return true;
      }
    }
    return false;
  }

  boolean hasAny() {
    return events.dropped() > 0;
  }

  List<LongPointData> points(long start, long now, boolean isDelta) {
    List<LongPointData> points = new ArrayList<>(REASONS.length);
    for (int i = 0; i < REASONS.length; i++) {
      long all = events.dropped(REASONS[i]);
      long n = isDelta ? all - counted[i] : all;
      counted[i] = all;
      if (n > 0) {
        Attributes labels =
            Attributes.builder().put(Names.DROPPED_REASON, REASONS[i].text()).build();
        points.add(ImmutableLongPointData.create(start, now, labels, n));
      }
    }
    return points;
  }
}

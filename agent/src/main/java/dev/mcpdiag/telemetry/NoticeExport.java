package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import org.jspecify.annotations.Nullable;

/** Turns notices into events, and counts those that are metrics too. */
final class NoticeExport implements NoticeListener {
  private final @Nullable Lane<EventData> lane;
  private final Speaker speaker;
  private final Metrics metrics;

  NoticeExport(@Nullable Lane<EventData> lane, Speaker speaker, Metrics metrics) {
    this.lane = lane;
    this.speaker = speaker;
    this.metrics = metrics;
  }

  @Override
  public void noticed(Notice notice) {
    metrics.noticed(notice);
    if (lane != null) {
      lane.offer(NoticeEvent.of(notice, speaker));
    }
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.FailureListener;
import org.jspecify.annotations.Nullable;

/** Turns failures into events and leaves them with the export loop; drops nothing by itself. */
final class FailureExport implements FailureListener, ExportLoop.Chore {
  private final @Nullable Lane<EventData> lane;
  private final Speaker speaker;
  private final Runnable wake;
  private final Folding folding = new Folding();

  FailureExport(@Nullable Lane<EventData> lane, Speaker speaker, Runnable wake) {
    this.lane = lane;
    this.speaker = speaker;
    this.wake = wake;
  }

  @Override
  public void failed(Failure failure) {
    if (lane != null && folding.add(failure, System.nanoTime(), this::offer)) {
      wake.run();
    }
  }

  @Override
  public long turn(long now, boolean closing) {
    return folding.flushOld(now, closing, this::offer);
  }

  private void offer(Failure failure, int count) {
    if (lane != null) {
      lane.offer(FailureEvent.of(failure, count, speaker));
    }
  }
}

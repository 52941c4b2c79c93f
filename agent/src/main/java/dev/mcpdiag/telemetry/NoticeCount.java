package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Notice;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the metrics make of a notice: whether it was counted. Leaks and open calls have an event and
 * no metric; what was dropped is counted where it is dropped.
 */
record NoticeCount(
    Series<FailureLabels, LongAdder> recoveries, ServerStates states, LabelBounds bounds)
    implements Notice.Reader<Boolean> {
  @Override
  public Boolean recovered(Notice.Recovered healed) {
    FailureLabels labels = FailureLabels.of(healed.diagnosis(), healed.attempt(), bounds);
    recoveries.of(labels, labels::coarse).increment();
    return true;
  }

  @Override
  public Boolean stateChanged(Notice.StateChanged changed) {
    // Several servers have no one state: those beyond the bound have events, but no gauge.
    boolean isShown = bounds.hasServer(changed.peer().serverName());
    if (isShown) {
      states.changed(changed);
    }
    return isShown;
  }

  @Override
  public Boolean hung(Notice.Hung hung) {
    return false;
  }

  @Override
  public Boolean leak(Notice.Leak leak) {
    return false;
  }

  @Override
  public Boolean dropped(Notice.Dropped dropped) {
    return false;
  }
}

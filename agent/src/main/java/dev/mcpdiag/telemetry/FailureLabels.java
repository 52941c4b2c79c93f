package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.failure.Attempt;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/** Labels of the counters of failures and of recoveries. */
record FailureLabels(String code, String failureType, String side, String serverName)
    implements Labels {

  static FailureLabels of(Diagnosis diagnosis, Attempt attempt, LabelBounds bounds) {
    return new FailureLabels(
        bounds.code(diagnosis.code()),
        diagnosis.failureType().text(),
        attempt.side().text(),
        bounds.server(attempt.peer().serverName()));
  }

  /** The same of any server. */
  FailureLabels coarse() {
    return new FailureLabels(code, failureType, side, LabelBounds.OTHER);
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .put(Names.CODE, code)
        .put(Names.FAILURE_TYPE, failureType)
        .put(Names.SIDE, side)
        .put(Names.SERVER_NAME, serverName)
        .build();
  }

  // By hand: the first hash of a plain record costs the thread of the first failure milliseconds.
  @Override
  public int hashCode() {
    return 31 * code.hashCode() + serverName.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FailureLabels that
        && code.equals(that.code)
        && failureType.equals(that.failureType)
        && side.equals(that.side)
        && serverName.equals(that.serverName);
  }
}

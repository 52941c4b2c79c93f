package dev.mcpdiag.failure;

import dev.mcpdiag.api.Diagnosis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One classified failure, complete and redacted: what listeners get. Holds no throwable and nothing
 * of the application, so it may be kept as long as a listener likes.
 *
 * @param ids trace and span of the failed call; the trace id is the Debug ID
 * @param at when the call ended
 * @param attempt what was tried
 * @param judgement what was concluded
 * @param findings what was seen
 * @param fingerprint equal for failures that look alike
 */
public record Failure(
    Ids ids,
    Instant at,
    Attempt attempt,
    Judgement judgement,
    Findings findings,
    String fingerprint) {

  /** Code, type, retry and texts. */
  public Diagnosis diagnosis() {
    return judgement.diagnosis();
  }

  /** The same failure, judged otherwise. */
  public Failure judgedAs(Judgement other, String looks) {
    return new Failure(ids, at, attempt, other, findings, looks);
  }

  /** The same failure with what its throwable says, and what makes it like others. */
  public Failure with(Findings.@Nullable Thrown projected, String looks) {
    return new Failure(ids, at, attempt, judgement, findings.with(projected), looks);
  }

  /** W3C ids in lower-case hex: 32 and 16 digits. */
  public record Ids(String traceId, String spanId, boolean sampled) {}
}

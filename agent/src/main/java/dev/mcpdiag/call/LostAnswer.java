package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Judgement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the answer of a failed handler left this JVM. The handler fails first and its answer is
 * written right after; what is told of the failure waits for that, on the agent's own thread.
 */
final class LostAnswer {
  /** As the client's side names what it sees of it. */
  static final String REASON = "answer_destroyed";

  private static final long LONGEST_WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final CountDownLatch isKnown = new CountDownLatch(1);
  private volatile boolean isLost;

  /** The writing ended. */
  void ended(boolean isDestroyed) {
    isLost |= isDestroyed;
    isKnown.countDown();
  }

  /**
   * The failure, with the reason where its answer was destroyed. Waits a moment.
   *
   * @param most nanoseconds to wait at most
   */
  Failure on(Failure failure, long most) {
    try {
      isKnown.await(Math.min(most, LONGEST_WRITE_NANOS), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!isLost || failure.diagnosis().reason().isPresent()) {
      return failure;
    }
    Diagnosis named = failure.diagnosis().toBuilder().reason(REASON).build();
    Judgement before = failure.judgement();
    return failure.judgedAs(
        before.diagnosedAs(
            named,
            before.by(),
            before.because() + "; an interrupt destroyed the answer while the SDK wrote it"),
        Fingerprint.of(failure.fingerprint(), named));
  }
}

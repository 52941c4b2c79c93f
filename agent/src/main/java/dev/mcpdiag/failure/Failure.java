package dev.mcpdiag.failure;

import dev.mcpdiag.api.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One classified failure, complete and redacted: what listeners get. Holds no throwable and nothing
 * of the application, so it may be kept as long as a listener likes.
 *
 * @param ids trace and span of the failed call; the trace id is the Debug ID
 * @param at when the call ended
 * @param attempt what was tried
 * @param diagnosis code, type, retry, texts
 * @param origin who is to blame
 * @param because one sentence out of facts, no peer text
 * @param evidence {@code kind=value @-<ms>ms}, oldest first
 * @param classifiedBy {@code built-in}, {@code rule:<name>} or a classifier's class name
 * @param received numbers that really came from the peer
 * @param thrown the projected throwable, or null where the failure was an answer
 * @param silent a failure inside a success
 * @param fingerprint equal for failures that look alike
 */
public record Failure(
    Ids ids,
    Instant at,
    Attempt attempt,
    Diagnosis diagnosis,
    Origin origin,
    String because,
    List<String> evidence,
    String classifiedBy,
    Received received,
    @Nullable Thrown thrown,
    boolean silent,
    String fingerprint) {

  /**
   * The same failure with another diagnosis.
   *
   * @param by value of {@link #classifiedBy}
   */
  public Failure diagnosedAs(Diagnosis other, String by, String reasons, String fingerprint) {
    return new Failure(
        ids,
        at,
        attempt,
        other,
        origin,
        reasons,
        evidence,
        by,
        received,
        thrown,
        silent,
        fingerprint);
  }

  /** The same failure with what its throwable says, and what makes it like others. */
  public Failure with(@Nullable Thrown projected, String looks) {
    return new Failure(
        ids,
        at,
        attempt,
        diagnosis,
        origin,
        because,
        evidence,
        classifiedBy,
        received,
        projected,
        silent,
        looks);
  }

  /** W3C ids in lower-case hex: 32 and 16 digits. */
  public record Ids(String traceId, String spanId, boolean sampled) {}

  /** What really came from the peer; null where nothing did. */
  public record Received(
      @Nullable Integer httpStatus, @Nullable Integer processExit, @Nullable Integer peerCode) {
    /** Nothing came. */
    public static final Received NOTHING = new Received(null, null, null);
  }

  /**
   * A throwable as text: class name, scrubbed message, bounded stack trace.
   *
   * @param trace makes the text of the stack trace, which costs too much for the thread that failed
   */
  public record Thrown(String type, @Nullable String message, Supplier<String> trace) {
    /** With a text that is there already. */
    public Thrown(String type, @Nullable String message, String stackTrace) {
      this(type, message, () -> stackTrace);
    }

    /** Not for a thread of the application. */
    public String stackTrace() {
      return trace.get();
    }
  }
}

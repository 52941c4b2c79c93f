package dev.mcpdiag.failure;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a failure, redacted.
 *
 * @param evidence {@code kind=value @-<ms>ms}, oldest first
 * @param received numbers that really came from the peer
 * @param thrown the projected throwable, or null where the failure was an answer
 * @param silent a failure inside a success
 */
public record Findings(
    List<String> evidence, Received received, @Nullable Thrown thrown, boolean silent) {
  /** Nothing was seen. */
  public static final Findings NOTHING = new Findings(List.of(), Received.NOTHING, null, false);

  /** With what the throwable says. */
  public Findings with(@Nullable Thrown projected) {
    return new Findings(evidence, received, projected, silent);
  }

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

package dev.mcpdiag.sdk;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether this thread got through with the event that it wrote last. Reactor interrupts a thread
 * whose handler fails at once, sometimes in the midst of writing the answer
 * (design/sdk-old-api.md#pitfalls, 6); the container takes note of the interrupt, and the SDK logs
 * that its client went away.
 */
final class Writing {
  /** A JDK type only: a pooled thread that keeps it holds nothing of ours. */
  private static final ThreadLocal<@Nullable Boolean> IS_BROKEN = new ThreadLocal<>();

  private Writing() {}

  /** (): about to be written. */
  static Function<@Nullable Object[], @Nullable Object> writing() {
    return values -> {
      IS_BROKEN.set(true);
      return null;
    };
  }

  /** (): written. */
  static Function<@Nullable Object[], @Nullable Object> written() {
    return values -> {
      IS_BROKEN.remove();
      return null;
    };
  }

  /** Whether the writing of an answer broke off on this thread; forgets it. */
  static boolean isBroken() {
    boolean isBroken = Boolean.TRUE.equals(IS_BROKEN.get());
    IS_BROKEN.remove();
    return isBroken;
  }
}

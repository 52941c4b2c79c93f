package dev.mcpdiag.sdk;

import dev.mcpdiag.telemetry.CallSpan;
import org.jspecify.annotations.Nullable;

/**
 * The span of the notification that a session is about to send: the message goes to the transport
 * before anybody subscribes. Taken off when the SDK's method returns, on the same thread.
 */
final class Announced {
  private static final ThreadLocal<@Nullable CallSpan> CURRENT = new ThreadLocal<>();

  private Announced() {}

  static void put(@Nullable CallSpan span) {
    CURRENT.set(span);
  }

  /** Null for a request, which has no span before somebody subscribes. */
  static @Nullable CallSpan take(@Nullable Object method) {
    if (!(method instanceof String name) || !name.startsWith("notifications/")) {
      return null;
    }
    CallSpan span = CURRENT.get();
    CURRENT.remove();
    return span;
  }
}

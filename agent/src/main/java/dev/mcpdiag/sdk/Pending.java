package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import org.jspecify.annotations.Nullable;

/**
 * The call whose handler a stateless server is about to ask for its Mono: that happens before
 * anybody subscribes, so the Reactor context does not have it yet. Taken off as soon as the Mono is
 * there.
 */
final class Pending {
  private static final ThreadLocal<@Nullable Pending> CURRENT = new ThreadLocal<>();

  private final Object request;
  private final OpenCall call;

  private Pending(Object request, OpenCall call) {
    this.request = request;
    this.call = call;
  }

  static void put(Object request, OpenCall call) {
    CURRENT.set(new Pending(request, call));
  }

  /** The call, for a handler that is asked right now. */
  static @Nullable OpenCall peek() {
    Pending pending = CURRENT.get();
    return pending == null ? null : pending.call;
  }

  /** Takes the call of this request off; null if it has none. */
  static @Nullable OpenCall take(Object request) {
    Pending pending = CURRENT.get();
    if (pending == null) {
      return null;
    }
    CURRENT.remove();
    return pending.request == request ? pending.call : null;
  }

  /** A handler that threw at once left its call behind; nobody else will end it. */
  static void drop() {
    OpenCall left = peek();
    if (left != null) {
      CURRENT.remove();
      left.endedWithout();
    }
  }
}

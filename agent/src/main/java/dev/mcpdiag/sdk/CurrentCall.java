package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.telemetry.CallSpan;
import org.jspecify.annotations.Nullable;

/**
 * The call that this thread answers right now. Only inside one stack frame of ours: it is always
 * taken off again, so no thread keeps anything of the application.
 */
final class CurrentCall {
  private static final ThreadLocal<@Nullable OpenCall> CURRENT = new ThreadLocal<>();

  private CurrentCall() {}

  static @Nullable OpenCall get() {
    return CURRENT.get();
  }

  /** From here until the stay is closed, the call and its span are current on this thread. */
  static Stay enter(OpenCall call) {
    CallSpan.Scope scope = call.makeCurrent();
    Stay stay = new Stay(CURRENT.get(), scope);
    CURRENT.set(call);
    return stay;
  }

  /** To be closed in the frame that entered. */
  record Stay(@Nullable OpenCall before, CallSpan.Scope scope) {
    void close() {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
      scope.close();
    }
  }
}

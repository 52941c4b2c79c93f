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

  /** Runs with the call and its span current on this thread. */
  static void run(OpenCall call, Runnable work) {
    OpenCall before = CURRENT.get();
    CURRENT.set(call);
    CallSpan.Scope scope = call.makeCurrent();
    try {
      call.answer(work);
    } finally {
      scope.close();
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}

package dev.mcpdiag.sdk;

import java.lang.StackWalker.StackFrame;

/**
 * Tells a cancel by the caller's own timer from one by its wish: the timer's frames are on the
 * stack, since cancelling is synchronous. Asked only when a call is cancelled.
 */
final class CallerTimer {
  private static final int MAX_FRAMES = 60;

  /** Newer JVMs, 25 among them, refuse a frame's descriptor without the option. */
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private CallerTimer() {}

  static boolean isOnStack() {
    return WALKER.walk(frames -> frames.limit(MAX_FRAMES).anyMatch(CallerTimer::isTimer));
  }

  private static boolean isTimer(StackFrame frame) {
    String name = frame.getClassName();
    return name.startsWith("reactor.core.publisher.FluxTimeout")
        || name.startsWith("reactor.core.publisher.MonoTimeout")
        || (name.startsWith("reactor.core.publisher.Blocking")
            && frame.getMethodName().equals("blockingGet")
            // without a limit it gives up only when its thread is interrupted: no timer
            && !frame.getDescriptor().startsWith("()"));
  }
}

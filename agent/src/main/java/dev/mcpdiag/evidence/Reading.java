package dev.mcpdiag.evidence;

import java.lang.ref.WeakReference;

/**
 * A text that was begun to be parsed. The SDK tells nobody when that fails: it did if the thread
 * has left the parser and no message came out of it.
 */
record Reading(long since, int chars, WeakReference<Thread> reader) {
  private static final String PARSER = "deserializeJsonRpcMessage";

  static Reading begun(int chars) {
    return new Reading(System.nanoTime(), chars, new WeakReference<>(Thread.currentThread()));
  }

  /** Whether the parser is at work still: the first message of a JVM may take it seconds. */
  boolean isGoingOn() {
    Thread thread = reader.get();
    if (thread == null || thread == Thread.currentThread()) {
      return false;
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals(PARSER)) {
        return true;
      }
    }
    return false;
  }

  /** That it was no message. */
  Noted fact() {
    return new Noted(since, FactKind.MESSAGE_UNREADABLE, chars + "_chars", null);
  }
}

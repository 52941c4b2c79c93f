package dev.mcpdiag.evidence;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

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

  /** These facts and this one, in the order of their time. */
  List<Noted> among(List<Noted> facts) {
    List<Noted> all = new ArrayList<>(facts);
    int at = all.size();
    while (at > 0 && all.get(at - 1).nanos() - since > 0) {
      at--;
    }
    all.add(at, new Noted(since, FactKind.MESSAGE_UNREADABLE, chars + "_chars", null));
    return List.copyOf(all);
  }
}

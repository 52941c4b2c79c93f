package dev.mcpdiag.sdk;

import org.jspecify.annotations.Nullable;

/**
 * What a thread of a server transport has done of one request: JDK types only, so that a pooled
 * thread which is left in the midst of it holds nothing of ours.
 */
final class Inbound {
  private static final int READING = 1;
  private static final int CALLED = 2;
  private static final int SHOWS_STACK = 4;

  private static final ThreadLocal<int @Nullable []> STATE = new ThreadLocal<>();

  private Inbound() {}

  /** A request begins; what an earlier one left is forgotten. */
  static void begin() {
    STATE.set(new int[1]);
  }

  /**
   * A message is about to be parsed: the one of this request. On an event loop the body may come
   * long after the request began, and others in between.
   */
  static void reading() {
    STATE.set(new int[] {READING});
  }

  /** It was parsed. */
  static void read() {
    int[] state = STATE.get();
    if (state != null) {
      state[0] &= ~READING;
    }
  }

  /** A call was opened for it: the call has its own end. */
  static void called() {
    int[] state = STATE.get();
    if (state != null) {
      state[0] |= CALLED;
    }
  }

  /** Its answer shows the stack of an exception. */
  static void showsStack() {
    int[] state = STATE.get();
    if (state != null) {
      state[0] |= SHOWS_STACK;
    }
  }

  /** What is left when the request ends. */
  static Rest end() {
    int[] state = STATE.get();
    STATE.remove();
    int bits = state == null ? 0 : state[0];
    return new Rest((bits & READING) != 0, (bits & CALLED) != 0, (bits & SHOWS_STACK) != 0);
  }

  /**
   * The end of a request.
   *
   * @param isUnread whether parsing began and did not end
   * @param isCall whether a call was opened
   * @param showsStack whether the answer shows the stack of an exception
   */
  record Rest(boolean isUnread, boolean isCall, boolean showsStack) {}
}

package dev.mcpdiag.evidence;

import java.lang.ref.WeakReference;

/**
 * Code of the application that prepares a request and has not come back. Where the SDK's timer ends
 * the call meanwhile, the thread still stands where it waits, and that says for whom.
 */
record Preparation(long since, WeakReference<Thread> thread) {
  /** Libraries that wait for a peer over HTTP, however they do it. */
  private static final String[] HTTP = {
    "jdk.internal.net.http.",
    "java.net.http.",
    "sun.net.www.protocol.http",
    "sun.nio.ch.",
    "java.net.Socket",
    "okhttp3.",
    "org.apache.http.",
    "org.apache.hc.",
    "org.eclipse.jetty.client.",
    "org.springframework.web.client.",
    "org.springframework.web.reactive.function.client.",
    "reactor.netty.http.client."
  };

  static Preparation begun() {
    return new Preparation(System.nanoTime(), new WeakReference<>(Thread.currentThread()));
  }

  static Preparation begunElsewhere() {
    return new Preparation(System.nanoTime(), new WeakReference<>(null));
  }

  /** That it goes on, and at what. */
  Noted fact() {
    Thread waiting = thread.get();
    StackTraceElement[] frames =
        waiting == null ? new StackTraceElement[0] : waiting.getStackTrace();
    boolean isSignIn = SignInStep.of(frames) != null;
    boolean isHttp = hasHttp(frames);
    String value =
        isSignIn ? (isHttp ? "token_request" : "sign_in") : isHttp ? "http_request" : "other";
    return new Noted(since, FactKind.REQUEST_PREPARING, value, null);
  }

  private static boolean hasHttp(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      for (String start : HTTP) {
        if (frame.getClassName().startsWith(start)) {
          return true;
        }
      }
    }
    return false;
  }
}

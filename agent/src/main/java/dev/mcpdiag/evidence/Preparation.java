package dev.mcpdiag.evidence;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Code of the application that prepares a request and has not come back. Where the SDK's timer ends
 * the call meanwhile, the thread still stands where it waits, and that says for whom.
 */
final class Preparation {
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

  private static final String ELASTIC = "boundedElastic-";
  private static final int MAX_THREADS = 256;

  private final long since = System.nanoTime();
  private volatile WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
  private volatile @Nullable String step;

  /** Its thread went on to other work; whatever has to come back does so elsewhere. */
  void leftThread() {
    thread = new WeakReference<>(null);
  }

  /**
   * What a library for signing in says it is at, by hooks of its own: better than any stack.
   *
   * @param begun sign_in, sign_in_elsewhere, token_request, or null for nothing
   * @return what it was at before
   */
  @Nullable String at(@Nullable String begun) {
    String before = step;
    step = begun;
    return before;
  }

  /** That it goes on, and at what. */
  Noted fact() {
    String told = step;
    String value = told == null ? byStack(thread.get()) : told;
    if (value.equals(SignIn.SIGN_IN_ELSEWHERE)) {
      value = isAskingElsewhere() ? SignIn.TOKEN_REQUEST : SignIn.SIGN_IN;
    }
    return new Noted(since, FactKind.REQUEST_PREPARING, value, null);
  }

  /** A blocking library behind a reactive one waits on a thread of Reactor's, whichever. */
  private static boolean isAskingElsewhere() {
    Thread[] threads = new Thread[MAX_THREADS];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      Thread each = threads[i];
      if (each.getName().startsWith(ELASTIC) && byStack(each).equals(SignIn.TOKEN_REQUEST)) {
        return true;
      }
    }
    return false;
  }

  private static String byStack(@Nullable Thread waiting) {
    StackTraceElement[] frames =
        waiting == null ? new StackTraceElement[0] : waiting.getStackTrace();
    boolean isSignIn = SignInStep.of(frames) != null;
    boolean isHttp = hasHttp(frames);
    if (isSignIn) {
      return isHttp ? SignIn.TOKEN_REQUEST : SignIn.SIGN_IN;
    }
    return isHttp ? "http_request" : "other";
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

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exceptions of tools that Spring AI keeps to itself: it answers with an error result. */
final class Swallowed {
  private static final String TOOL_EXECUTION =
      "org.springframework.ai.tool.execution.ToolExecutionException";
  private static final String CALLS_METHODS = "McpToolMethodCallback";

  private Swallowed() {}

  /** What the tool threw; the framework wraps it once. */
  static Throwable original(Throwable throwable) {
    Throwable cause = throwable.getCause();
    return cause != null && isWrapper(throwable) ? cause : throwable;
  }

  /** A RuntimeException of the tool's own is told by who made it. */
  private static boolean isWrapper(Throwable throwable) {
    if (throwable.getClass().getName().equals(TOOL_EXECUTION)) {
      return true;
    }
    StackTraceElement[] frames = throwable.getStackTrace();
    return throwable.getClass() == RuntimeException.class
        && frames.length > 0
        && frames[0].getClassName().endsWith(CALLS_METHODS);
  }

  /** The same kind of publisher: the framework asks which it is. */
  static Publisher<?> watched(Publisher<?> work) {
    if (work instanceof Mono<?> mono) {
      return watchedMono(mono);
    }
    if (work instanceof Flux<?> flux) {
      return watchedFlux(flux);
    }
    return watchedPublisher(work);
  }

  private static <T> Mono<T> watchedMono(Mono<T> work) {
    return Mono.deferContextual(
        context -> {
          OpenCall call = CallContext.call(context);
          return call == null ? work : work.doOnError(error -> failed(call, error));
        });
  }

  private static <T> Flux<T> watchedFlux(Flux<T> work) {
    return Flux.deferContextual(
        context -> {
          OpenCall call = CallContext.call(context);
          return call == null ? work : work.doOnError(error -> failed(call, error));
        });
  }

  /** No Flux again: of a Flux the framework may take more than of another publisher. */
  @SuppressWarnings("UnnecessaryMethodReference")
  private static <T> Publisher<T> watchedPublisher(Publisher<T> work) {
    Flux<T> watched = watchedFlux(Flux.from(work));
    return watched::subscribe;
  }

  private static void failed(OpenCall call, Throwable error) {
    Guard.run(() -> call.answering().failedInside(error));
  }
}

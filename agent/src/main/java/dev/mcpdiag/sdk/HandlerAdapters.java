package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.WeakIdentityMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Handlers at work: their original throwable, their result, and the span around them. */
final class HandlerAdapters {
  /** The call of a handler's request, for synchronous handlers that run on another thread. */
  private final WeakIdentityMap<OpenCall> byRequest = new WeakIdentityMap<>();

  /** (mono or flux): the work of a handler, before the SDK turns its throwable into an error. */
  Function<@Nullable Object[], @Nullable Object> handled() {
    return values ->
        values[0] instanceof Mono<?> mono
            ? new HandledMono<>(mono)
            : values[0] instanceof Flux<?> flux ? new HeardFlux<>(flux) : null;
  }

  /** (function): a handler of the application. */
  @SuppressWarnings("unchecked")
  Function<@Nullable Object[], @Nullable Object> function() {
    return values ->
        values[0] instanceof BiFunction<?, ?, ?> function && !(function instanceof Handler)
            ? new Handler((BiFunction<Object, Object, Object>) function, byRequest)
            : null;
  }

  /** (callback, exception): a framework is about to turn an exception into an error result. */
  static Function<@Nullable Object[], @Nullable Object> swallowed() {
    return values -> {
      OpenCall call = CurrentCall.get();
      if (call != null && values[1] instanceof Throwable throwable) {
        call.answering().failedInside(Swallowed.original(throwable));
      }
      return null;
    };
  }

  /** (result): a tool's method returned what a framework subscribes to. */
  static Function<@Nullable Object[], @Nullable Object> returned() {
    return values -> values[0] instanceof Publisher<?> work ? Swallowed.watched(work) : null;
  }

  /** Runs a handler inside the span of its call. */
  private record Handler(
      BiFunction<Object, Object, Object> handler, WeakIdentityMap<OpenCall> byRequest)
      implements BiFunction<Object, Object, Object> {

    @Override
    public Object apply(Object exchange, Object request) {
      OpenCall current = CurrentCall.get() != null ? CurrentCall.get() : Pending.peek();
      OpenCall call = current != null || request == null ? current : byRequest.remove(request);
      if (call == null) {
        return handler.apply(exchange, request);
      }
      if (current != null && request != null) {
        byRequest.put(request, call); // a synchronous handler asks from a thread of its own
      }
      call.answering().handled();
      CurrentCall.Stay stay = CurrentCall.enter(call);
      try {
        return handler.apply(exchange, request);
      } catch (Throwable thrown) {
        // Before Reactor wraps it, or throws it past every subscriber.
        Guard.run(() -> call.threw(thrown, PeerErrors.of(thrown)));
        throw thrown;
      } finally {
        stay.close();
      }
    }
  }
}

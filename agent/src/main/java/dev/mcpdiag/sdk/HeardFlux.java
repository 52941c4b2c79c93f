package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** What an application's consumers make of a notification: the SDK keeps their throwable. */
final class HeardFlux<T> extends FluxOperator<T, T> {
  HeardFlux(Flux<T> source) {
    super(source);
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    OpenCall call = CallContext.call(actual.currentContext());
    source.subscribe(call == null ? actual : new Subscriber<>(actual, call));
  }

  private static final class Subscriber<T> extends PassingSubscriber<T> {
    private final OpenCall call;

    Subscriber(CoreSubscriber<? super T> actual, OpenCall call) {
      super(actual);
      this.call = call;
    }

    @Override
    void failed(Throwable throwable) {
      call.threw(throwable, PeerErrors.of(throwable));
    }

    @Override
    void completed() {}
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Role;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** The work of a handler, for the call that the subscriber's context knows. */
final class HandledMono<T> extends MonoOperator<T, T> {
  HandledMono(Mono<T> source) {
    super(source);
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    OpenCall call = CallContext.call(actual.currentContext());
    if (call == null) {
      source.subscribe(actual);
      return;
    }
    if (call.role() == Role.CLIENT_ANSWERS || call.invocation().isNotification()) {
      call.answering().handled(); // no handlers but those of the application
    }
    try {
      work(new Subscriber<>(actual, call), call);
    } catch (VirtualMachineError | LinkageError fatal) {
      // Reactor throws these past every subscriber.
      Guard.run(() -> call.threw(fatal, null));
      throw fatal;
    }
  }

  /** A request that was held back goes on where the client's next message was read. */
  private void work(CoreSubscriber<T> subscriber, OpenCall call) {
    CurrentCall.Stay stay = CurrentCall.get() == call ? null : CurrentCall.enter(call);
    try {
      source.subscribe(subscriber);
    } finally {
      if (stay != null) {
        stay.close();
      }
    }
  }

  private static final class Subscriber<T> extends PassingSubscriber<T> {
    private final OpenCall call;
    private boolean hasResult;

    Subscriber(CoreSubscriber<? super T> actual, OpenCall call) {
      super(actual);
      this.call = call;
    }

    @Override
    void seen(T value) {
      hasResult = true;
      Answers.handled(call, value);
    }

    @Override
    void failed(Throwable throwable) {
      call.threw(throwable, PeerErrors.of(throwable));
    }

    @Override
    void completed() {
      if (!hasResult) {
        Answers.handled(call, null);
      }
    }
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** Opens a call for each request that is answered, and makes its span current while that begins. */
final class AnswerMono<T> extends MonoOperator<T, T> {
  private final Supplier<OpenCall> opening;

  AnswerMono(Mono<T> source, Supplier<OpenCall> opening) {
    super(source);
    this.opening = opening;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    OpenCall call;
    AnswerSubscriber<T> subscriber;
    try {
      OpenCall around = CallContext.call(actual.currentContext());
      if (around != null && around.role().isAnswering()) {
        source.subscribe(actual); // the outer of two hooked methods opened it already
        return;
      }
      call = opening.get();
      subscriber = new AnswerSubscriber<>(actual, call);
    } catch (RuntimeException | LinkageError fault) {
      Faults.report(fault);
      source.subscribe(actual);
      return;
    }
    CurrentCall.Stay stay = CurrentCall.enter(call);
    try {
      source.subscribe(subscriber);
    } finally {
      stay.close();
    }
  }
}

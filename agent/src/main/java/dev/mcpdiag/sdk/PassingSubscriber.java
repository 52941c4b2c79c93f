package dev.mcpdiag.sdk;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Passes every signal on unchanged, on the same thread and in the same order, and lets a subclass
 * see it first. What the subclass throws reaches nobody but the agent's own log.
 */
abstract class PassingSubscriber<T> implements CoreSubscriber<T>, Subscription {
  private final CoreSubscriber<? super T> actual;
  private final Context context;
  private @Nullable Subscription upstream;

  /** The source sees the Reactor context as it is. */
  PassingSubscriber(CoreSubscriber<? super T> actual) {
    this.actual = actual;
    this.context = actual.currentContext();
  }

  /** The source sees a Reactor context with this as our entry. */
  PassingSubscriber(CoreSubscriber<? super T> actual, Object entry) {
    this.actual = actual;
    this.context = actual.currentContext().put(CallContext.ENTRY, entry);
  }

  /** A value is about to be passed on. */
  void seen(T value) {}

  /** An error is about to be passed on. */
  abstract void failed(Throwable throwable);

  /** Completion is about to be passed on. */
  abstract void completed();

  /** Downstream cancels; the source has not heard of it yet. */
  void cancelling() {}

  /** Downstream cancelled and the source knows. */
  void cancelled() {}

  @Override
  public final Context currentContext() {
    return context;
  }

  @Override
  public final void onSubscribe(Subscription subscription) {
    upstream = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public final void onNext(T value) {
    try {
      seen(value);
    } catch (Throwable fault) {
      Faults.report(fault);
    }
    actual.onNext(value);
  }

  @Override
  public final void onError(Throwable throwable) {
    try {
      failed(throwable);
    } catch (Throwable fault) {
      Faults.report(fault);
    }
    actual.onError(throwable);
  }

  @Override
  public final void onComplete() {
    try {
      completed();
    } catch (Throwable fault) {
      Faults.report(fault);
    }
    actual.onComplete();
  }

  @Override
  public final void request(long n) {
    Subscription s = upstream;
    if (s != null) {
      s.request(n);
    }
  }

  @Override
  public final void cancel() {
    Guard.run(this::cancelling);
    Subscription s = upstream;
    if (s != null) {
      s.cancel();
    }
    Guard.run(this::cancelled);
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Operation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Sees the end of one call: a value, an error, completion or cancellation. */
final class CallSubscriber<T> implements CoreSubscriber<T>, Subscription {
  private final CoreSubscriber<? super T> actual;
  private final OpenCall call;
  private final Context context;
  private @Nullable Subscription upstream;

  CallSubscriber(CoreSubscriber<? super T> actual, OpenCall call) {
    this.actual = actual;
    this.call = call;
    this.context = actual.currentContext().put(CallContext.CALL, call);
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(T value) {
    Guard.run(() -> Results.end(call, value));
    actual.onNext(value);
  }

  @Override
  public void onError(Throwable throwable) {
    Guard.run(() -> threw(throwable));
    actual.onError(throwable);
  }

  @Override
  public void onComplete() {
    Guard.run(call::succeeded);
    actual.onComplete();
  }

  @Override
  public void request(long n) {
    Subscription s = upstream;
    if (s != null) {
      s.request(n);
    }
  }

  @Override
  public void cancel() {
    Subscription s = upstream;
    if (s != null) {
      s.cancel();
    }
    Guard.run(this::cancelled);
  }

  private void threw(Throwable throwable) {
    Operation operation = CallContext.operation(context);
    if (operation != null) {
      operation.callFailed();
    }
    call.threw(throwable, PeerErrors.of(throwable));
  }

  /** Whose cancel it is: the caller's, or the SDK's own timer between operation and call. */
  private void cancelled() {
    Operation operation = CallContext.operation(context);
    if (operation != null && !operation.isCancelled()) {
      operation.adopt(call);
    } else {
      call.cancelled(CallerTimer.isOnStack());
    }
  }
}

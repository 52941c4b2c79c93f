package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Sees how answering a request ends, after the SDK has turned a throwable into an error. */
final class AnswerSubscriber<T> implements CoreSubscriber<T>, Subscription {
  private final CoreSubscriber<? super T> actual;
  private final OpenCall call;
  private final Context context;
  private @Nullable Subscription upstream;
  private volatile boolean hasAnswered;

  AnswerSubscriber(CoreSubscriber<? super T> actual, OpenCall call) {
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
    hasAnswered = true;
    if (value instanceof McpSchema.JSONRPCResponse response) {
      Guard.run(() -> Answers.sent(call, response));
    }
    actual.onNext(value);
  }

  @Override
  public void onError(Throwable throwable) {
    Guard.run(() -> call.threw(throwable, PeerErrors.of(throwable)));
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

  /** Once the answer is made, a cancel only means that nobody waits for more. */
  private void cancelled() {
    if (hasAnswered) {
      call.succeeded();
    } else {
      call.cancelled(false);
    }
  }
}

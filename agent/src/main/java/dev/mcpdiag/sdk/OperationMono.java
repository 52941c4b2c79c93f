package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.Operation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/** Opens an operation at each subscription; its calls find it in the Reactor context. */
final class OperationMono<T> extends MonoOperator<T, T> {
  private final Calls calls;
  private final Connection connection;
  private final Invocation invocation;

  OperationMono(Mono<T> source, Calls calls, Connection connection, Invocation invocation) {
    super(source);
    this.calls = calls;
    this.connection = connection;
    this.invocation = invocation;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    source.subscribe(new Subscriber<>(actual, calls.operation(connection, invocation)));
  }

  private static final class Subscriber<T> implements CoreSubscriber<T>, Subscription {
    private final CoreSubscriber<? super T> actual;
    private final Operation operation;
    private final Context context;
    private @Nullable Subscription upstream;

    Subscriber(CoreSubscriber<? super T> actual, Operation operation) {
      this.actual = actual;
      this.operation = operation;
      this.context = actual.currentContext().put(CallContext.OPERATION, operation);
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
      actual.onNext(value);
    }

    @Override
    public void onError(Throwable throwable) {
      Guard.run(() -> operation.failed(throwable, PeerErrors.of(throwable)));
      actual.onError(throwable);
    }

    @Override
    public void onComplete() {
      Guard.run(operation::succeeded);
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
      operation.cancelled(); // before its calls hear of it
      Subscription s = upstream;
      if (s != null) {
        s.cancel();
      }
    }
  }
}

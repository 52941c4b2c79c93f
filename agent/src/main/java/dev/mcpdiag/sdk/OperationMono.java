package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.Operation;
import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** Opens an operation at each subscription; its calls find it in the Reactor context. */
final class OperationMono<T> extends MonoOperator<T, T> {
  private final Calls calls;
  private final Connection connection;
  private final Supplier<Invocation> invocation;

  OperationMono(
      Mono<T> source, Calls calls, Connection connection, Supplier<Invocation> invocation) {
    super(source);
    this.calls = calls;
    this.connection = connection;
    this.invocation = invocation;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    source.subscribe(new Subscriber<>(actual, calls.operation(connection, invocation)));
  }

  private static final class Subscriber<T> extends PassingSubscriber<T> {
    private final Operation operation;

    Subscriber(CoreSubscriber<? super T> actual, Operation operation) {
      super(actual, operation);
      this.operation = operation;
    }

    @Override
    void failed(Throwable throwable) {
      operation.failed(throwable, PeerErrors.of(throwable));
    }

    @Override
    void completed() {
      operation.succeeded();
    }

    @Override
    void cancelling() {
      operation.cancelled(); // before its calls hear of it
    }
  }
}

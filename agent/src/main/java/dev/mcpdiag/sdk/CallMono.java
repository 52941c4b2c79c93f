package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Operation;
import dev.mcpdiag.call.Role;
import dev.mcpdiag.telemetry.CallSpan;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** Opens a call at each subscription and passes every signal on. */
final class CallMono<T> extends MonoOperator<T, T> {
  private final Calls calls;
  private final Role role;
  private final Connection connection;
  private final Invocation invocation;
  private final @Nullable AtomicReference<@Nullable CallSpan> announced;

  /**
   * @param announced span of the first subscription, null if it begins then
   */
  CallMono(
      Mono<T> source,
      Calls calls,
      Role role,
      Connection connection,
      Invocation invocation,
      @Nullable CallSpan announced) {
    super(source);
    this.announced = announced == null ? null : new AtomicReference<>(announced);
    this.calls = calls;
    this.role = role;
    this.connection = connection;
    this.invocation = invocation;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    CoreSubscriber<? super T> subscriber;
    try {
      CallSpan span = announced == null ? null : announced.getAndSet(null);
      OpenCall call =
          span == null
              ? calls.begin(role, connection, invocation)
              : calls.begin(role, connection, invocation, span);
      Operation operation = CallContext.operation(actual.currentContext());
      if (operation != null) {
        operation.belongs(call);
      }
      subscriber = new CallSubscriber<>(actual, call);
    } catch (RuntimeException | LinkageError ignored) {
      subscriber = actual; // the call itself matters more than our sight of it
    }
    source.subscribe(subscriber);
  }
}

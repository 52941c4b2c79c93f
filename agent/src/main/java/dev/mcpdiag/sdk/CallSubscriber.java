package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Operation;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/** Sees the end of one call: a value, an error, completion or cancellation. */
final class CallSubscriber<T> extends PassingSubscriber<T> {
  private final OpenCall call;
  private final @Nullable Operation operation;

  CallSubscriber(CoreSubscriber<? super T> actual, OpenCall call) {
    super(actual, call);
    this.call = call;
    this.operation = CallContext.operation(actual.currentContext());
  }

  @Override
  void seen(T value) {
    Results.end(call, value);
  }

  @Override
  void completed() {
    call.succeeded();
  }

  @Override
  void failed(Throwable throwable) {
    if (operation != null) {
      operation.callFailed();
    }
    call.threw(throwable, PeerErrors.of(throwable));
  }

  /** Whose cancel it is: the caller's, or the SDK's own timer between operation and call. */
  @Override
  void cancelled() {
    if (operation != null && !operation.isCancelled()) {
      operation.adopt(call);
    } else {
      call.cancelled(CallerTimer.isOnStack());
    }
  }
}

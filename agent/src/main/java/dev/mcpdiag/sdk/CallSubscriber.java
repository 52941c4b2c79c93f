package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Operation;
import reactor.core.CoreSubscriber;

/** Sees the end of one call: a value, an error, completion or cancellation. */
final class CallSubscriber<T> extends PassingSubscriber<T> {
  private final OpenCall call;

  CallSubscriber(CoreSubscriber<? super T> actual, OpenCall call) {
    super(actual, CallContext.CALL, call);
    this.call = call;
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
    Operation operation = CallContext.operation(currentContext());
    if (operation != null) {
      operation.callFailed();
    }
    call.threw(throwable, PeerErrors.of(throwable));
  }

  /** Whose cancel it is: the caller's, or the SDK's own timer between operation and call. */
  @Override
  void cancelled() {
    Operation operation = CallContext.operation(currentContext());
    if (operation != null && !operation.isCancelled()) {
      operation.adopt(call);
    } else {
      call.cancelled(CallerTimer.isOnStack());
    }
  }
}

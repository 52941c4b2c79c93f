package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import io.modelcontextprotocol.spec.McpSchema;
import reactor.core.CoreSubscriber;

/** Sees how answering a request ends, after the SDK has turned a throwable into an error. */
final class AnswerSubscriber<T> extends PassingSubscriber<T> {
  private final OpenCall call;
  private volatile boolean hasAnswered;

  AnswerSubscriber(CoreSubscriber<? super T> actual, OpenCall call) {
    super(actual, call);
    this.call = call;
  }

  @Override
  void seen(T value) {
    hasAnswered = true;
    if (value instanceof McpSchema.JSONRPCResponse response) {
      Answers.sent(call, response);
    }
  }

  @Override
  void failed(Throwable throwable) {
    call.answering().answered(Writing::isBroken);
    call.threw(throwable, PeerErrors.of(throwable));
  }

  @Override
  void completed() {
    call.answering().answered(Writing::isBroken);
    call.succeeded();
  }

  /** Once the answer is made, a cancel only means that nobody waits for more. */
  @Override
  void cancelled() {
    call.answering().answered(() -> false);
    if (hasAnswered) {
      call.succeeded();
    } else {
      call.cancelled(false);
    }
  }
}

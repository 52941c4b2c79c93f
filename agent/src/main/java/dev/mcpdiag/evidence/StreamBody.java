package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Passes an event stream on and notes its first byte and its end. */
final class StreamBody<T> implements HttpResponse.BodySubscriber<T> {
  private final HttpResponse.BodySubscriber<T> next;
  private final Facts facts;
  private boolean hasBytes;

  StreamBody(HttpResponse.BodySubscriber<T> next, Facts facts) {
    this.next = next;
    this.facts = facts;
  }

  @Override
  public CompletionStage<T> getBody() {
    return next.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    next.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (!hasBytes) {
      hasBytes = true;
      facts.note(FactKind.STREAM_FIRST_BYTE, "yes");
    }
    next.onNext(buffers);
  }

  @Override
  public void onError(Throwable error) {
    ThrowableChain chain = ThrowableChain.of(error);
    facts.note(FactKind.STREAM_ENDED, chain.innermost(), chain);
    next.onError(error);
  }

  @Override
  public void onComplete() {
    facts.note(FactKind.STREAM_ENDED, "clean");
    next.onComplete();
  }
}

package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;

/** Passes an event stream on and notes its first byte and its end. */
final class StreamBody<T> extends PassingBody<T> {
  private final StreamAge age;
  private final boolean isLongLived;
  private boolean hasBytes;

  /**
   * Watches a stream.
   *
   * @param isLongLived whether it should stay; the stream of one answer ends well with it
   */
  StreamBody(HttpResponse.BodySubscriber<T> next, Facts facts, StreamAge age, boolean isLongLived) {
    super(next, facts);
    this.age = age;
    this.isLongLived = isLongLived;
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
    age.ended(facts);
    ThrowableChain chain = ThrowableChain.of(error);
    facts.note(FactKind.STREAM_ENDED, chain.innermost(), chain);
    next.onError(error);
  }

  @Override
  public void onComplete() {
    if (isLongLived) {
      age.ended(facts);
    }
    facts.note(FactKind.STREAM_ENDED, "clean");
    next.onComplete();
  }
}

package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;

/** Passes an event stream on and notes its first byte and its end. */
final class StreamBody<T> extends PassingBody<T> {
  private final StreamAge age;

  StreamBody(HttpResponse.BodySubscriber<T> next, Facts facts, StreamAge age) {
    super(next, facts);
    this.age = age;
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    age.heard(facts);
    next.onNext(buffers);
  }

  @Override
  public void onError(Throwable error) {
    age.ended(error, facts);
    next.onError(error);
  }

  @Override
  public void onComplete() {
    age.ended(null, facts);
    next.onComplete();
  }
}

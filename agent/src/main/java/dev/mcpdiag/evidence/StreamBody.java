package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;

/** Passes an event stream on and notes its first byte and its end. */
final class StreamBody<T> extends PassingBody<T> {
  private boolean hasBytes;

  StreamBody(HttpResponse.BodySubscriber<T> next, Facts facts) {
    super(next, facts);
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

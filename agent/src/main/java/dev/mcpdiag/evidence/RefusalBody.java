package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Passes the body of a refused request on and reads along its first {@value #MAX_BYTES} bytes, for
 * a JSON-RPC error code or a known text in it. The text itself is not kept.
 */
final class RefusalBody<T> extends PassingBody<T> {
  private static final int MAX_BYTES = 16 * 1024;

  private byte[] seen = new byte[0];

  RefusalBody(HttpResponse.BodySubscriber<T> next, Facts facts) {
    super(next, facts);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      readAlong(buffer.duplicate());
    }
    next.onNext(buffers);
  }

  private void readAlong(ByteBuffer copy) {
    int room = Math.min(copy.remaining(), MAX_BYTES - seen.length);
    if (room > 0) {
      byte[] more = java.util.Arrays.copyOf(seen, seen.length + room);
      copy.get(more, seen.length, room);
      seen = more;
    }
  }

  @Override
  public void onError(Throwable error) {
    next.onError(error);
  }

  @Override
  public void onComplete() {
    RefusalText.note(new String(seen, StandardCharsets.UTF_8), facts);
    next.onComplete();
  }
}

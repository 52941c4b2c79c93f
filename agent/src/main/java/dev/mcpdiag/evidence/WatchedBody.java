package dev.mcpdiag.evidence;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A request body that tells when it is asked for. The JDK's client asks once a connection stands,
 * TLS included: without that fact a time-out means that no connection was ever made.
 */
public final class WatchedBody implements HttpRequest.BodyPublisher {
  private final HttpRequest.BodyPublisher body;
  private final @Nullable Object carrier;
  private volatile @Nullable Facts facts;

  /**
   * Watches a body.
   *
   * @param carrier what knows the call that the body belongs to, null if nothing does
   */
  public WatchedBody(HttpRequest.BodyPublisher body, @Nullable Object carrier) {
    this.body = body;
    this.carrier = carrier;
  }

  /** What was given when the body was made. */
  public @Nullable Object carrier() {
    return carrier;
  }

  /** The request is handed over; its connection may still have to be made. */
  void tell(Facts sink) {
    facts = sink;
    sink.note(FactKind.HTTP_SENT, FactValue.NO);
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Facts sink = facts;
    if (sink != null) {
      sink.note(FactKind.HTTP_SENT, FactValue.YES);
    }
    body.subscribe(subscriber);
  }
}

package dev.mcpdiag.call;

import dev.mcpdiag.api.Transport;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What only the side that answers a call knows of it. Any thread unless it says so. */
public final class AnsweringSide {
  /** A client that really goes away is seldom that quick. */
  private static final long AT_ONCE_NANOS = 1_000_000_000L;

  private final OpenCall call;
  private volatile boolean isHandled;
  private volatile @Nullable Throwable inside;
  private volatile @Nullable LostAnswer written;
  private Map<String, String> sender = Map.of();

  AnsweringSide(OpenCall call) {
    this.call = call;
  }

  /** W3C headers of chatter that came in, should it need a span after all. */
  void cameWith(Map<String, String> headers) {
    sender = headers;
  }

  Map<String, String> sender() {
    return sender;
  }

  /** A handler of the application works on the call: its failure is the handler's. */
  public void handled() {
    isHandled = true;
  }

  boolean isHandled() {
    return isHandled;
  }

  /** A framework keeps this throwable to itself and answers with an error result. */
  public void failedInside(Throwable throwable) {
    inside = throwable;
  }

  @Nullable Throwable inside() {
    return inside;
  }

  /**
   * The SDK is done with the answer of this JVM.
   *
   * @param isBroken whether the writing of it broke off, asked only where that matters
   */
  public void answered(BooleanSupplier isBroken) {
    LostAnswer failed = written;
    if (failed != null) {
      boolean isAtOnce = System.nanoTime() - call.startNanos() < AT_ONCE_NANOS;
      failed.ended(isBroken.getAsBoolean() && isAtOnce);
    }
  }

  /** The answer to a request over HTTP whose handler threw; null where it cannot get lost. */
  @Nullable LostAnswer answerAtRisk() {
    Transport transport = call.connection().peer().transport();
    boolean isStream = transport == Transport.SSE || transport == Transport.STREAMABLE_HTTP;
    if (call.role() != Role.SERVER_ANSWERS || !isHandled || !isStream) {
      return null;
    }
    LostAnswer atRisk = new LostAnswer();
    written = atRisk; // the handler fails first, and the same thread writes right after
    return atRisk;
  }
}

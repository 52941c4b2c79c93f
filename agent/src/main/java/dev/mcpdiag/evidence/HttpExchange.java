package dev.mcpdiag.evidence;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * Makes one exchange of the JDK's HTTP client as the SDK would have made it, and notes what it
 * shows. Facts are noted before the SDK sees the answer, so that they are there when its call ends.
 */
public final class HttpExchange {
  private final Facts facts;
  private final HttpRequest request;
  private final Runnable onAnswer;
  private final StreamAge.Usual usual;
  private volatile boolean hasAnswered;

  private HttpExchange(Facts facts, HttpRequest request, Runnable onAnswer, StreamAge.Usual usual) {
    this.facts = facts;
    this.request = request;
    this.onAnswer = onAnswer;
    this.usual = usual;
  }

  /**
   * Sends.
   *
   * @param onAnswer called when the status is there
   * @param usual asked when an event stream ends
   */
  public static <T> CompletableFuture<HttpResponse<T>> send(
      HttpClient client,
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      Facts facts,
      Runnable onAnswer,
      StreamAge.Usual usual) {
    HttpExchange exchange = new HttpExchange(facts, request, onAnswer, usual);
    RequestFacts.note(request, facts);
    CompletableFuture<HttpResponse<T>> source =
        client.sendAsync(request, info -> exchange.answered(info, handler));
    RelayFuture<HttpResponse<T>> relay = new RelayFuture<>(source);
    source.whenComplete(
        (response, error) -> {
          if (error == null) {
            exchange.completed(response);
            relay.complete(response);
          } else {
            exchange.failed(error);
            relay.completeExceptionally(error);
          }
        });
    return relay;
  }

  private <T> HttpResponse.BodySubscriber<T> answered(
      HttpResponse.ResponseInfo info, HttpResponse.BodyHandler<T> handler) {
    boolean isRefused = info.statusCode() >= 300;
    boolean isStream = false;
    hasAnswered = true;
    try {
      isStream = AnswerFacts.note(info, request.uri(), facts);
      onAnswer.run();
    } catch (RuntimeException ignored) {
      // a header that we cannot read is one fact less, the answer goes its way
    }
    HttpResponse.BodySubscriber<T> subscriber = handler.apply(info);
    if (isRefused) {
      return new RefusalBody<>(subscriber, facts);
    }
    return isStream
        ? new StreamBody<>(subscriber, facts, new StreamAge(usual, request.method().equals("GET")))
        : subscriber;
  }

  /** A proxy that refuses a tunnel gives an answer whose body nobody is asked to read. */
  private void completed(HttpResponse<?> response) {
    if (!hasAnswered) {
      AnswerFacts.note(response.statusCode(), response.headers(), request.uri(), facts);
    }
  }

  private void failed(Throwable error) {
    ThrowableChain chain = ThrowableChain.of(error);
    facts.note(FactKind.HTTP_ERROR, chain.innermost(), chain);
  }

  /**
   * Completed by our callback, which runs before the SDK's own: callbacks of one future run last
   * in, first out. Cancelling it cancels the exchange.
   */
  private static final class RelayFuture<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> source;

    RelayFuture(CompletableFuture<T> source) {
      this.source = source;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      source.cancel(mayInterrupt);
      return super.cancel(mayInterrupt);
    }
  }
}

package dev.mcpdiag.evidence;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Passes a body on; a subclass sees its bytes and its end first. */
abstract class PassingBody<T> implements HttpResponse.BodySubscriber<T> {
  final HttpResponse.BodySubscriber<T> next;
  final Facts facts;

  PassingBody(HttpResponse.BodySubscriber<T> next, Facts facts) {
    this.next = next;
    this.facts = facts;
  }

  @Override
  public final CompletionStage<T> getBody() {
    return next.getBody();
  }

  @Override
  public final void onSubscribe(Flow.Subscription subscription) {
    next.onSubscribe(subscription);
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.evidence.Facts;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * Notes where a request is being prepared: on the thread that subscribes while that lasts,
 * afterwards elsewhere. Every signal goes its way untouched: the body of an answer needs a
 * subscription that nobody cancels.
 */
final class PreparingMono<T> extends MonoOperator<T, T> {
  private final Facts facts;

  PreparingMono(Mono<T> source, Facts facts) {
    super(source);
    this.facts = facts;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    Guard.run(facts::preparing);
    source.subscribe(actual);
    Guard.run(facts::preparingElsewhere);
  }
}

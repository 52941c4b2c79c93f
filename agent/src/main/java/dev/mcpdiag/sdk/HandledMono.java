package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** The work of a handler: Reactor throws some errors past every subscriber, so they are caught. */
final class HandledMono<T> extends MonoOperator<T, T> {
  private final OpenCall call;

  HandledMono(Mono<T> source, OpenCall call) {
    super(
        source
            .doOnSuccess(result -> Guard.run(() -> Answers.handled(call, result)))
            .doOnError(error -> Guard.run(() -> call.threw(error, PeerErrors.of(error)))));
    this.call = call;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    try {
      if (CurrentCall.get() == call) {
        source.subscribe(actual);
      } else {
        // A request that was held back goes on where the client's next message was read.
        CurrentCall.run(call, () -> source.subscribe(actual));
      }
    } catch (VirtualMachineError | LinkageError fatal) {
      Guard.run(() -> call.threw(fatal, null));
      throw fatal;
    }
  }
}

package dev.mcpdiag.engine;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.console.Tally;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.FailureListener;
import java.util.List;
import java.util.function.Supplier;

/** Counts the ends of calls and hands failures to the listeners, on the agent's own thread. */
final class CallsToListeners implements Calls.CallListener {
  private final Courier courier;
  private final Tally tally;
  private final List<FailureListener> listeners;

  CallsToListeners(Courier courier, Tally tally, List<FailureListener> listeners) {
    this.courier = courier;
    this.tally = tally;
    this.listeners = listeners;
  }

  @Override
  public void succeeded() {
    tally.countCall();
  }

  @Override
  public void failed(Failure failure) {
    tally.countCall();
    tell(failure);
  }

  @Override
  public void failing(Supplier<Failure> settled) {
    tally.countCall();
    courier.execute(() -> tell(settled.get()));
  }

  private void tell(Failure failure) {
    tally.countFailure(failure.diagnosis().code());
    for (FailureListener listener : listeners) {
      courier.execute(() -> listener.failed(failure));
    }
  }
}

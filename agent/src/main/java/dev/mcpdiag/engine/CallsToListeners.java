package dev.mcpdiag.engine;

import dev.mcpdiag.call.CallListener;
import dev.mcpdiag.console.Tally;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.FailureListener;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import dev.mcpdiag.failure.Request;
import dev.mcpdiag.redact.Recent;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.telemetry.Metrics;
import dev.mcpdiag.telemetry.TargetProof;
import java.util.List;
import java.util.function.Supplier;

/** Counts the ends of calls and hands failures to the listeners, on the agent's own thread. */
final class CallsToListeners implements CallListener {
  private static final int MOST_LEAKS = 1_000;

  private final Courier courier;
  private final Tally tally;
  private final Metrics metrics;
  private final List<FailureListener> listeners;
  private final NoticeListener notices;
  private final Redactor redactor;
  private final Recent<Boolean> leaks = new Recent<>(MOST_LEAKS);

  /**
   * @param redactor knows a secret when it sees one
   */
  CallsToListeners(
      Courier courier,
      Tally tally,
      Metrics metrics,
      List<FailureListener> listeners,
      NoticeListener notices,
      Redactor redactor) {
    this.courier = courier;
    this.tally = tally;
    this.metrics = metrics;
    this.listeners = listeners;
    this.notices = notices;
    this.redactor = redactor;
  }

  @Override
  public void succeeded(Attempt attempt) {
    tally.countCall();
    metrics.succeeded(attempt);
  }

  @Override
  public void recovered(Notice.Recovered healed) {
    courier.execute(() -> notices.noticed(healed));
  }

  @Override
  public void failed(Supplier<Failure> failure, boolean isError, TargetProof target) {
    tally.countCall();
    courier.execute(() -> tell(failure.get(), isError, target));
  }

  @Override
  public void told(Supplier<Notice.Leak> leak, String text) {
    courier.execute(
        () -> {
          if (redactor.findsSecret(text)) {
            tellOnce(leak.get());
          }
        });
  }

  /** Once per tool and vector (contract, section 4); again where many others came meanwhile. */
  private void tellOnce(Notice.Leak leak) {
    Attempt attempt = leak.attempt();
    Request request = attempt.request();
    String target = request.tool() != null ? request.tool() : request.prompt();
    String place =
        String.join(
            "\n",
            attempt.side().text(),
            attempt.peer().serverName(),
            request.method(),
            String.valueOf(target),
            leak.vector());
    if (leaks.get(place) == null) {
      leaks.put(place, true);
      notices.noticed(leak);
    }
  }

  @Override
  public void leaked(Notice.Leak leak) {
    courier.execute(() -> notices.noticed(leak));
  }

  private void tell(Failure failure, boolean isError, TargetProof target) {
    metrics.failed(failure, isError, target);
    tally.countFailure(failure.diagnosis().code());
    for (FailureListener listener : listeners) {
      courier.execute(() -> listener.failed(failure));
    }
  }
}

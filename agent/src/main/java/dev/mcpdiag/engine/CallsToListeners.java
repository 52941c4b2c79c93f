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
import java.util.function.Supplier;

/** Counts the ends of calls and hands failures to the listeners, on the agent's own thread. */
final class CallsToListeners implements CallListener {
  private static final int MOST_LEAKS = 1_000;

  private final Courier courier;
  private final Tally tally;
  private final Metrics metrics;
  private final FailureListener export;
  private final FailureListener console;
  private final NoticeListener notices;
  private final Redactor redactor;
  private final Runnable afterTheEnd;
  private final Recent<Boolean> leaks = new Recent<>(MOST_LEAKS);

  /**
   * @param redactor knows a secret when it sees one
   * @param afterTheEnd sees to it that a failure is told where nobody else does any more
   */
  CallsToListeners(
      Courier courier,
      Tally tally,
      Metrics metrics,
      FailureListener export,
      FailureListener console,
      NoticeListener notices,
      Redactor redactor,
      Runnable afterTheEnd) {
    this.courier = courier;
    this.tally = tally;
    this.metrics = metrics;
    this.export = export;
    this.console = console;
    this.notices = notices;
    this.redactor = redactor;
    this.afterTheEnd = afterTheEnd;
  }

  @Override
  public void succeeded(Attempt attempt) {
    tally.countCall();
    metrics.succeeded(attempt);
  }

  @Override
  public void recovered(Notice.Recovered healed) {
    notice(() -> notices.noticed(healed));
  }

  @Override
  public void failed(Supplier<Failure> failure, boolean isError, TargetProof target) {
    tally.countCall();
    tally.countFailed();
    tally.events().added();
    courier.execute(() -> tell(failure.get(), isError, target));
  }

  @Override
  public void handedOver() {
    afterTheEnd.run();
  }

  @Override
  public void told(Supplier<Notice.Leak> leak, String text) {
    notice(
        () -> {
          if (redactor.findsSecret(text)) {
            tellOnce(leak.get());
          }
        });
  }

  /**
   * Once per tool and vector (reference/events.md#attributes-of-other-events); again where many
   * others came meanwhile.
   */
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
    notice(() -> notices.noticed(leak));
  }

  /** Hands over what no call waits for. */
  void changed(Notice change) {
    notice(() -> notices.noticed(change));
  }

  private void notice(Runnable work) {
    tally.events().added();
    courier.execute(
        () -> {
          work.run();
          tally.events().told();
        });
  }

  private void tell(Failure failure, boolean isError, TargetProof target) {
    metrics.failed(failure, isError, target);
    tally.countFailure(failure.diagnosis().code());
    if (courier.attempt(() -> export.failed(failure))) {
      tally.events().told();
    }
    console.failed(failure);
  }
}

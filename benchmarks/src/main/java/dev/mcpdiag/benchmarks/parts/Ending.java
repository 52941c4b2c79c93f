package dev.mcpdiag.benchmarks.parts;

import dev.mcpdiag.call.CallListener;
import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Diagnoser;
import dev.mcpdiag.call.Diagnoses;
import dev.mcpdiag.call.Endings;
import dev.mcpdiag.call.History;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Findings;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.identity.Disclosure;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.redact.StackText;
import dev.mcpdiag.redact.ThrowableText;
import dev.mcpdiag.telemetry.ExportSettings;
import dev.mcpdiag.telemetry.OwnSdk;
import dev.mcpdiag.telemetry.TargetProof;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The agent's parts as its engine wires them, without an export. */
final class Ending implements CallListener {
  private final ExecutorService courier = daemon();
  private final Redactor redactor = Redactor.of(List.of(), List.of());
  private final OwnSdk telemetry = new OwnSdk(settings(), "1", daemon(), problem -> {});

  Calls calls() {
    return new Calls(
        telemetry::bridge,
        new Endings(
            new Classifier(),
            new Diagnoses(),
            Diagnoser.BUILT_IN,
            this::project,
            new History(),
            Disclosure.NONE,
            this),
        new Identities());
  }

  void awaitCourier() throws InterruptedException, ExecutionException {
    courier.submit(() -> {}).get();
  }

  @Override
  public void succeeded(Attempt attempt) {
    telemetry.metrics().succeeded(attempt);
  }

  @Override
  public void recovered(Notice.Recovered healed) {}

  @Override
  public void handedOver() {}

  @Override
  public void told(Supplier<Notice.Leak> leak, String text) {
    // Only servers tell.
  }

  @Override
  public void leaked(Notice.Leak leak) {
    // Nor do clients leak what servers do.
  }

  @Override
  public void failed(Supplier<Failure> failure, boolean isError, TargetProof target) {
    courier.execute(() -> tell(failure.get(), isError, target));
  }

  private void tell(Failure failure, boolean isError, TargetProof target) {
    telemetry.metrics().failed(failure, isError, target);
    telemetry.failures().failed(failure);
  }

  private Findings.Thrown project(Throwable throwable, List<String> given, boolean isMute) {
    ThrowableText whole = StackText.of(throwable, redactor);
    ThrowableText text = isMute ? whole.withoutMessages() : whole;
    return new Findings.Thrown(text.type(), text.message(), text::stackTrace);
  }

  private static ExecutorService daemon() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Events wait in their lane, as in an outage; nothing runs the loop that would send them. */
  private static ExportSettings settings() {
    return new ExportSettings(
        "bench",
        Map.of(),
        "parentbased_always_on",
        null,
        List.of("tracecontext"),
        target(false),
        target(false),
        target(true),
        new ExportSettings.Batches(Duration.ofSeconds(5), 2_048, 512, Duration.ofSeconds(30)),
        Duration.ofMinutes(1),
        false);
  }

  private static ExportSettings.Target target(boolean isEnabled) {
    return new ExportSettings.Target(
        isEnabled,
        URI.create("http://localhost:1/v1/logs"),
        ExportSettings.Protocol.HTTP_PROTOBUF,
        Map.of(),
        Duration.ofSeconds(1),
        false,
        null,
        null,
        null);
  }
}

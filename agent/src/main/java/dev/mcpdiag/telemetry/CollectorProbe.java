package dev.mcpdiag.telemetry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a collector with an empty request whether it would take ours: for the start-up lines. */
public final class CollectorProbe {
  private final OtlpSender sender;
  private final Complaints complaints;

  CollectorProbe(OtlpSender sender, Complaints complaints) {
    this.sender = sender;
    this.complaints = complaints;
  }

  /**
   * Blocks at most {@code limit}, so not for a thread of the application. Loads the classes that
   * the first export would have to wait for. Prints nothing, throws nothing.
   */
  public ProbeResult probe(Duration limit) {
    CompletableFuture<Outcome> answered = new CompletableFuture<>();
    complaints.probing();
    sender.send(new byte[0], answered::complete);
    Outcome outcome = outcome(answered, limit);
    complaints.probed(
        outcome.answer().isPermanent() ? ExportProblems.of(outcome, sender.target()) : null);
    return new ProbeResult(sender.target(), outcome.answer(), outcome.status());
  }

  private static Outcome outcome(CompletableFuture<Outcome> answered, Duration limit) {
    try {
      return answered.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Outcome.timeout();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.of(e);
    } catch (ExecutionException e) {
      return Outcome.of(e);
    }
  }
}

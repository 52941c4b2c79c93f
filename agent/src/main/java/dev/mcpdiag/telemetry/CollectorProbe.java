package dev.mcpdiag.telemetry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a collector with an empty request whether it would take ours: for the start-up lines. */
public final class CollectorProbe {
  private final OtlpSender sender;

  CollectorProbe(OtlpSender sender) {
    this.sender = sender;
  }

  /**
   * Blocks at most {@code limit}, so not for a thread of the application. Loads the classes that
   * the first export would have to wait for. Prints nothing, throws nothing.
   */
  public ProbeResult probe(Duration limit) {
    CompletableFuture<Outcome> answered = new CompletableFuture<>();
    sender.send(new byte[0], answered::complete);
    try {
      Outcome outcome = answered.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new ProbeResult(sender.target(), outcome.answer(), outcome.status());
    } catch (TimeoutException e) {
      return new ProbeResult(sender.target(), Answer.TIMEOUT, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProbeResult(sender.target(), Answer.OTHER, -1);
    } catch (ExecutionException e) {
      return new ProbeResult(sender.target(), Answer.OTHER, -1);
    }
  }
}

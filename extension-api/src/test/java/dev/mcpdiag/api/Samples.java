package dev.mcpdiag.api;

import java.time.Duration;
import java.util.Map;

/** Diagnoses that several tests need. */
final class Samples {
  private Samples() {}

  /** No field has its default. */
  static Diagnosis everythingSaid() {
    return Diagnosis.of("ACME_BUSY", FailureType.TRANSIENT)
        .retry(Retry.AFTER_DELAY)
        .retryAfter(Duration.ofSeconds(2))
        .severity(Severity.WARNING)
        .message("Acme is busy.")
        .callToAction("WAIT_AND_RETRY")
        .nextStep(new NextStep("retry_same", Map.of("delayMs", 2000)))
        .reason("queue_full")
        .confidence(Confidence.MEDIUM)
        .documentation("docs/codes/ACME_BUSY.md")
        .debugId("4bf92f3577b34da6a3ce929d0e0e4736")
        .build();
  }
}

package com.example.catalogue;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailedCall;
import dev.mcpdiag.api.FailureClassifier;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Knows what the gallery's catalogue means when it says that it could not be searched: it is being
 * sorted, and works again soon. To mcpdiag it is a tool that failed, like any other.
 */
public final class CatalogueBusy implements FailureClassifier {
  private static final Duration SORTING = Duration.ofSeconds(30);

  @Override
  public Optional<Diagnosis> classify(FailedCall call) {
    boolean isSearch = call.method().equals("tools/call") && isTarget(call, "search");
    if (!isSearch || !call.resultText().orElse("").contains("could not be searched")) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnosis.of("EXAMPLE_CATALOGUE_BUSY", FailureType.TRANSIENT)
            .retry(Retry.AFTER_DELAY)
            .retryAfter(SORTING)
            .severity(Severity.WARNING)
            .message("The catalogue is being sorted. Search again in half a minute.")
            .callToAction("WAIT_AND_RETRY")
            .nextStep(new NextStep("wait", Map.of("retryAfterMs", SORTING.toMillis())))
            .reason("sorting")
            .build());
  }

  private static boolean isTarget(FailedCall call, String name) {
    return call.target().filter(name::equals).isPresent();
  }
}

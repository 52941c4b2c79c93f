package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.mcpdiag.api.NextStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextStepsTest {
  private static List<NextStep> stepsOf(String code) {
    return Catalogue.find(code).orElseThrow().nextSteps();
  }

  @Test
  void puttingInTheServersDelayReplacesTheUsualOne() {
    assertEquals(
        new NextStep(
            "retry_same", Map.of("delayMs", 7000L, "maxAttempts", 3, "ifIdempotent", true)),
        NextSteps.with(stepsOf(Codes.SERVER_UNAVAILABLE), Map.of("retryAfterMs", 7000L)).get(0));
    assertEquals(
        new NextStep("wait", Map.of("retryAfterMs", 7000L)),
        NextSteps.with(stepsOf(Codes.RATE_LIMITED), Map.of("retryAfterMs", 7000L)).get(0));
  }

  @Test
  void givesEachActionOnlyItsOwnFacts() {
    assertEquals(
        List.of(
            new NextStep("step_up_scope", Map.of("maxAttempts", 2, "scopes", List.of("read"))),
            new NextStep("use_alternative_tool", Map.of())),
        NextSteps.with(stepsOf(Codes.SCOPE_INSUFFICIENT), Map.of("scopes", List.of("read"))));
  }

  @Test
  void changesNothingWhenNothingIsKnown() {
    List<NextStep> steps = stepsOf(Codes.UNKNOWN);
    assertSame(steps, NextSteps.with(steps, Map.of()));
  }
}

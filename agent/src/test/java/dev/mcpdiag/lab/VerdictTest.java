package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.Scenario.Wire;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A judge that finds everything right proves nothing. */
class VerdictTest {
  private static final Expected REFUSED = Expected.code("MCP_CONNECTION_REFUSED");

  @Test
  void isRightWhenTheExpectedEventCame() {
    assertTrue(verdict(List.of(REFUSED), event("MCP_CONNECTION_REFUSED", "yes")).isRight());
  }

  @Test
  void isWrongWhenNothingCame() {
    assertFalse(verdict(List.of(REFUSED)).isRight());
  }

  @Test
  void isWrongWhenTheSameFailureCameTwice() {
    OtlpEvent event = event("MCP_CONNECTION_REFUSED", "yes");
    assertFalse(verdict(List.of(REFUSED), event, event).isRight());
  }

  @Test
  void isWrongWhenANearMissGaveAnEvent() {
    assertFalse(verdict(List.of(), event("MCP_CONNECTION_REFUSED", "yes")).isRight());
  }

  @Test
  void namesTheAttributeThatDiffers() {
    assertEquals(
        List.of("mcpdiag.retry: expected yes, seen no"),
        verdict(List.of(REFUSED), event("MCP_CONNECTION_REFUSED", "no")).differences());
  }

  @Test
  void everyScenarioHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (Wire wire : Wire.values()) {
      for (Scenario scenario : Lab.scenarios(wire)) {
        assertTrue(names.add(scenario.name()), scenario.name() + " stands twice in the tables");
      }
    }
  }

  private static Verdict verdict(List<Expected> expected, OtlpEvent... events) {
    Scenario scenario =
        Scenario.over(Wire.STREAMABLE, "any", (servers, instance) -> servers.refusing())
            .gives(expected.toArray(new Expected[0]));
    Target target = Target.url("http", "127.0.0.1", 1);
    return Verdict.on(
        new Trial(scenario, "sync", target, List.of(), Arrays.asList(events), List.of()));
  }

  private static OtlpEvent event(String code, String retry) {
    Map<String, Object> attributes =
        Map.of(
            "mcpdiag.code",
            code,
            "mcpdiag.failure_type",
            "transient",
            "mcpdiag.retry",
            retry,
            "mcpdiag.retryable",
            true);
    return new OtlpEvent("mcpdiag.failure", "", 17, "", "", "", 1, 1, attributes, Map.of());
  }
}

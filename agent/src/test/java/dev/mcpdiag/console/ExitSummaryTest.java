package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExitSummaryTest {
  private final Tally tally = new Tally();

  @Test
  void countsCallsFailuresByCodeAndEvents() {
    for (int i = 0; i < 12; i++) {
      tally.countCall();
    }
    tally.countFailure("MCP_UNKNOWN");
    tally.countFailure("MCP_TLS_FAILURE");
    tally.countFailure("MCP_TLS_FAILURE");
    assertEquals(
        "summary: 12 calls, 3 failed (MCP_TLS_FAILURE 2, MCP_UNKNOWN 1);"
            + " events: 2 delivered, 1 dropped",
        ExitSummary.line(tally, new ExitSummary.Events(2, 1)));
  }

  @Test
  void isShortWhereAllWentWell() {
    tally.countCall();
    assertEquals("summary: 1 call, 0 failed", ExitSummary.line(tally, null));
  }

  @Test
  void saysHowManyFailuresNobodyLookedAt() {
    tally.countFailed();
    tally.countFailed();
    tally.countFailure("MCP_UNKNOWN");
    assertEquals(
        "summary: 0 calls, 2 failed (MCP_UNKNOWN 1, not looked at 1)",
        ExitSummary.line(tally, null));
  }

  @Test
  void keepsTwoHundredCodesApartAndCountsTheOthersTogether() {
    for (int i = 0; i < 300; i++) {
      tally.countFailure("CODE_" + i);
    }
    assertEquals(201, tally.failures().size());
    assertEquals(100L, tally.failures().get("(others)"));
  }
}

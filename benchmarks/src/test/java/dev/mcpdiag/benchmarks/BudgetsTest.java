package dev.mcpdiag.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.benchmarks.Budget.Verdict;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  @Test
  void addedIsTheDifferenceOfTheMedians() {
    Results results = new Results();
    for (double millis : new double[] {1000, 1010, 5000}) {
      results.add(Scenario.MEMORY, Setup.NONE, "first.wallMillis", millis);
    }
    for (double millis : new double[] {1400, 1410, 1420}) {
      results.add(Scenario.MEMORY, Setup.OURS, "first.wallMillis", millis);
    }
    assertEquals(OptionalDouble.of(400), named("first call, added").value().apply(results));
    assertEquals(Verdict.MUST, named("first call, added").verdict(OptionalDouble.of(400)));
  }

  @Test
  void aCallHasTwoSidesInOneJvm() {
    Results results = new Results();
    results.add(Scenario.MEMORY, Setup.NONE, "echo.micros", 30);
    results.add(Scenario.MEMORY, Setup.OURS, "echo.micros", 36);
    assertEquals(OptionalDouble.of(3), named("echo in memory, per side").value().apply(results));
  }

  @Test
  void throughputIsHeldFromBelow() {
    Budget threads = named("200 threads over HTTP / no agent");
    assertEquals(Verdict.GOAL, threads.verdict(OptionalDouble.of(1.01)));
    assertEquals(Verdict.MUST, threads.verdict(OptionalDouble.of(0.96)));
    assertEquals(Verdict.MISSED, threads.verdict(OptionalDouble.of(0.9)));
  }

  @Test
  void whatWasLeftOutIsNeitherReachedNorMissed() {
    Budget jar = named("jar");
    assertEquals(Verdict.NOT_MEASURED, jar.verdict(jar.value().apply(new Results())));
  }

  @Test
  void everyGoalIsAtLeastAsStrictAsItsMust() {
    for (Budget budget : Budgets.ALL) {
      boolean isStricter =
          budget.isFloor() ? budget.goal() >= budget.must() : budget.goal() <= budget.must();
      assertTrue(isStricter, budget.what());
    }
  }

  private static Budget named(String what) {
    return Budgets.ALL.stream().filter(budget -> budget.what().equals(what)).findFirst().get();
  }
}

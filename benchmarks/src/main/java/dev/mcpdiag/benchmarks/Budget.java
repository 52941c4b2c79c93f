package dev.mcpdiag.benchmarks;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One line of the budget: what the agent may cost.
 *
 * @param must what a release needs
 * @param goal where we want to be
 * @param isFloor whether the value must be above the limits and not below
 * @param value out of the results of all set-ups; empty when something was not measured
 */
record Budget(
    String what,
    String unit,
    int decimals,
    double must,
    double goal,
    boolean isFloor,
    Function<Results, OptionalDouble> value) {

  enum Verdict {
    /** The goal is reached. */
    GOAL,
    /** Good enough for a release, not yet the goal. */
    MUST,
    /** Not good enough for a release. */
    MISSED,
    /** A set-up or scenario was left out, or is measured elsewhere. */
    NOT_MEASURED
  }

  static Budget atMost(
      String what,
      String unit,
      int decimals,
      double must,
      double goal,
      Function<Results, OptionalDouble> value) {
    return new Budget(what, unit, decimals, must, goal, false, value);
  }

  Verdict verdict(OptionalDouble measured) {
    if (measured.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    double got = measured.getAsDouble();
    if (isWithin(got, goal)) {
      return Verdict.GOAL;
    }
    return isWithin(got, must) ? Verdict.MUST : Verdict.MISSED;
  }

  private boolean isWithin(double got, double limit) {
    return isFloor ? got >= limit : got <= limit;
  }
}

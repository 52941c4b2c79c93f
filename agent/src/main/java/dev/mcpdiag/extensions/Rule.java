package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.redact.LimitedText;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One rule of the file: if all conditions hold, this is the diagnosis. */
final class Rule {
  private static final int MOST_OVER_LIMIT = 3;

  private final String name;
  private final List<Condition> conditions;
  private final Diagnosis diagnosis;
  private final AtomicInteger overLimit = new AtomicInteger();

  /** Conditions in the order in which they are tried: the costly ones last. */
  Rule(String name, List<Condition> conditions, Diagnosis diagnosis) {
    this.name = name;
    this.conditions = List.copyOf(conditions);
    this.diagnosis = diagnosis;
  }

  String name() {
    return name;
  }

  Diagnosis diagnosis() {
    return diagnosis;
  }

  /** A regular expression over its limit is no match; the third time switches the rule off. */
  boolean matches(OfferedCall call, Problems problems) {
    if (overLimit.get() >= MOST_OVER_LIMIT) {
      return false;
    }
    try {
      for (Condition condition : conditions) {
        if (!condition.holds(call)) {
          return false;
        }
      }
      return true;
    } catch (LimitedText.OverLimit e) {
      if (overLimit.incrementAndGet() == MOST_OVER_LIMIT) {
        problems.report(
            new Problem(
                "the rule "
                    + name
                    + " took longer than "
                    + TimedPattern.LIMIT_MILLIS
                    + " ms, "
                    + MOST_OVER_LIMIT
                    + " times; it is off until the JVM ends",
                "mcpdiag.rules.file",
                "write its regular expressions without nested repetitions"));
      }
      return false;
    }
  }
}

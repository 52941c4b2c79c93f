package dev.mcpdiag.extensions;

import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of {@code mcpdiag.rules.file} in their order: the first that matches wins. */
final class Rules {
  private final List<Rule> rules;
  private final Problems problems;

  Rules(List<Rule> rules, Problems problems) {
    this.rules = List.copyOf(rules);
    this.problems = problems;
  }

  /** Null when no rule matches. Any thread, microseconds but for regular expressions. */
  @Nullable Opinion judge(OfferedCall call) {
    for (Rule rule : rules) {
      if (rule.matches(call, problems)) {
        return new Opinion(rule.diagnosis(), "rule:" + rule.name());
      }
    }
    return null;
  }
}

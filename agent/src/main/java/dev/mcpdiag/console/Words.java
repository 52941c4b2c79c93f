package dev.mcpdiag.console;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.failure.Attempt;
import java.time.Duration;
import java.util.Map;

/** The words in which parts of a failure are told to a person. */
final class Words {
  private Words() {}

  /** What failed: {@code tools/call search}, or the phase where no call was made. */
  static String deed(Attempt attempt) {
    if (attempt.request().method().isEmpty()) {
      return attempt.phase().text();
    }
    for (String target :
        new String[] {
          attempt.request().tool(), attempt.request().prompt(), attempt.request().resource()
        }) {
      if (target != null && !target.isEmpty()) {
        return attempt.request().method() + " " + target;
      }
    }
    return attempt.request().method();
  }

  /** Whether and when another try helps: {@code yes, after 2 s}. */
  static String retryable(Diagnosis diagnosis) {
    String pause = diagnosis.retryAfter().map(after -> "after " + span(after)).orElse("");
    return switch (diagnosis.retry()) {
      case YES -> pause.isEmpty() ? "yes" : "yes, " + pause;
      case AFTER_DELAY -> pause.isEmpty() ? "yes, after a pause" : "yes, " + pause;
      case ONCE -> pause.isEmpty() ? "yes, once" : "yes, once, " + pause;
      case AFTER_ACTION -> "no, not before the next step is done";
      case NO -> "no";
    };
  }

  /** {@code retry_same (delayMs=2000)}. */
  static String step(NextStep step) {
    if (step.params().isEmpty()) {
      return step.action();
    }
    StringBuilder text = new StringBuilder(step.action()).append(" (");
    String separator = "";
    for (Map.Entry<String, Object> param : step.params().entrySet()) {
      text.append(separator).append(param.getKey()).append('=').append(param.getValue());
      separator = ", ";
    }
    return text.append(')').toString();
  }

  /** {@code 950 ms}, {@code 1.2 s}, {@code 45 s}, {@code 3 min}. */
  static String span(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 10_000 && millis % 1_000 >= 100) {
      return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
    }
    if (millis < 120_000) {
      return millis / 1_000 + " s";
    }
    return millis < 7_200_000 ? millis / 60_000 + " min" : millis / 3_600_000 + " h";
  }

  static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }
}

package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import dev.mcpdiag.catalogue.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule says: the diagnosis. */
final class Then {
  private static final Set<String> STEP_KEYS = Set.of("action", "params");
  private static final Map<String, Writer> ROWS = rows();

  private Then() {}

  /** Writes the value of an optional key into the diagnosis. */
  @FunctionalInterface
  private interface Writer {
    void write(RuleValue value, Diagnosis.Builder into) throws BadRule;
  }

  static Diagnosis.Builder read(RuleValue then) throws BadRule {
    Map<String, RuleValue> fields = then.fields("\"then\"");
    Keys.check(fields, "\"then\"", ROWS.keySet());
    Diagnosis.Builder diagnosis =
        begun(
            Keys.required(then, fields, "code", "\"then\""),
            Keys.required(then, fields, "failureType", "\"then\""));
    for (Map.Entry<String, RuleValue> field : fields.entrySet()) {
      @Nullable Writer writer = ROWS.get(field.getKey());
      if (writer != null) {
        writer.write(field.getValue(), diagnosis);
      }
    }
    return diagnosis;
  }

  private static Map<String, Writer> rows() {
    Map<String, Writer> rows = new LinkedHashMap<>();
    rows.put("code", (value, into) -> {});
    rows.put("failureType", (value, into) -> {});
    rows.put(
        "retry", (value, into) -> into.retry(Keys.constant(value, "\"retry\"", Retry.values())));
    rows.put(
        "severity",
        (value, into) -> into.severity(Keys.constant(value, "\"severity\"", Severity.values())));
    rows.put("message", (value, into) -> into.message(value.text("\"message\"")));
    rows.put(
        "cta",
        (value, into) ->
            into.callToAction(Keys.word(value, "\"cta\"", Vocabulary.CALLS_TO_ACTION)));
    rows.put("nextSteps", Then::nextSteps);
    rows.put("reason", (value, into) -> into.reason(value.text("\"reason\"")));
    return rows;
  }

  private static Diagnosis.Builder begun(RuleValue code, RuleValue type) throws BadRule {
    String text = code.text("\"code\"");
    if (!FitDiagnosis.isAllowed(text)) {
      throw new BadRule(
          code,
          "\"code\" " + text + " is not in the catalogue of MCP_ codes",
          "see java -jar mcpdiag-agent.jar --codes, or begin it with another word");
    }
    FailureType failureType = Keys.constant(type, "\"failureType\"", FailureType.values());
    try {
      return Diagnosis.of(text, failureType);
    } catch (IllegalArgumentException e) {
      throw new BadRule(
          code,
          "\"" + text + "\" is not a code",
          "use two or more words of A-Z and 0-9 joined by _, like ACME_QUOTA");
    }
  }

  private static void nextSteps(RuleValue value, Diagnosis.Builder into) throws BadRule {
    for (RuleValue step : value.items("\"nextSteps\"")) {
      Map<String, RuleValue> fields = step.fields("a next step");
      Keys.check(fields, "a next step", STEP_KEYS);
      String action =
          Keys.word(
              Keys.required(step, fields, "action", "a next step"),
              "\"action\"",
              Vocabulary.ACTIONS);
      RuleValue params = fields.get("params");
      Map<String, Object> plain = new LinkedHashMap<>();
      if (params != null) {
        params.fields("\"params\"").forEach((key, param) -> plain.put(key, param.plain()));
      }
      into.nextStep(new NextStep(action, plain));
    }
  }
}

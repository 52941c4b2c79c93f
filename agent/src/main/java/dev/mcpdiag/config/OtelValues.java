package dev.mcpdiag.config;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.util.Locale;

/**
 * Looks OpenTelemetry's settings up: the system property {@code otel.x.y} wins over the environment
 * variable {@code OTEL_X_Y}, and an empty value counts as none (OpenTelemetry specification,
 * "Environment Variable Specification", and the Java SDK's order of sources).
 */
record OtelValues(Surroundings surroundings, Problems problems) {
  /**
   * @param text stripped, empty where nothing is set
   * @param namedBy as the user wrote it; {@code default} where nothing is set
   */
  record Found(String text, String namedBy) {
    boolean isSet() {
      return !text.isEmpty();
    }
  }

  /** The first of these variables that is set, the most special one first. */
  Found first(String... variables) {
    for (String variable : variables) {
      String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
      String text = surroundings.property(property);
      if (!text.isEmpty()) {
        return new Found(text, "-D" + property);
      }
      text = surroundings.variable(variable);
      if (!text.isEmpty()) {
        return new Found(text, variable);
      }
    }
    return new Found("", "default");
  }

  /** The value of the first variable that is set; the default where it cannot be read. */
  <T> T read(Shape<T> shape, T defaultValue, String... variables) {
    Found found = first(variables);
    if (!found.isSet()) {
      return defaultValue;
    }
    try {
      return shape.read(found.text);
    } catch (BadValue e) {
      problem(found, Shown.text(found.text) + " " + e.what(), e.fix());
      return defaultValue;
    }
  }

  void problem(Found found, String what, String fix) {
    problems.report(new Problem(what, found.namedBy, fix));
  }
}

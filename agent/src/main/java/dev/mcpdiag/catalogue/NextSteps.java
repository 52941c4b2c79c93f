package dev.mcpdiag.catalogue;

import dev.mcpdiag.api.NextStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completes the steps of a row with what only the failure at hand can tell. */
public final class NextSteps {
  /**
   * Action, fact, parameter: which facts say something about which action, and under which name.
   */
  private static final String[][] WANTED = {
    {"wait", "retryAfterMs", "retryAfterMs"},
    {"retry_same", "retryAfterMs", "delayMs"},
    {"retry_same", "requestState", "requestState"},
    {"retry_modified_args", "fields", "fields"},
    {"retry_modified_args", "schema", "schema"},
    {"edit_config", "field", "fields"},
    {"use_alternative_tool", "candidates", "candidates"},
    {"negotiate_version", "supported", "supported"},
    {"enable_capability", "requiredCapabilities", "requiredCapabilities"},
    {"start_oauth", "resourceMetadata", "resourceMetadata"},
    {"start_oauth", "scope", "scope"},
    {"step_up_scope", "scopes", "scopes"},
    {"ask_user", "url", "url"},
    {"continue_from", "lastEventId", "lastEventId"},
    {"continue_from", "partialResults", "partialResults"},
    {"contact_operator", "traceId", "traceId"},
  };

  private NextSteps() {}

  /**
   * The same steps, each with those facts that concern its action. A fact replaces the row's own
   * value ({@code retryAfterMs} the usual delay).
   *
   * @param facts safe values only: numbers, names, lists of names; they are exported as they are
   */
  public static List<NextStep> with(List<NextStep> steps, Map<String, Object> facts) {
    if (facts.isEmpty()) {
      return steps;
    }
    List<NextStep> completed = new ArrayList<>(steps.size());
    for (NextStep step : steps) {
      completed.add(with(step, facts));
    }
    return List.copyOf(completed);
  }

  private static NextStep with(NextStep step, Map<String, Object> facts) {
    Map<String, Object> params = new LinkedHashMap<>(step.params());
    for (String[] wanted : WANTED) {
      Object value = wanted[0].equals(step.action()) ? facts.get(wanted[1]) : null;
      if (value != null) {
        params.put(wanted[2], value);
      }
    }
    return params.equals(step.params()) ? step : new NextStep(step.action(), params);
  }
}

package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the events of a trial are those that had to come: each expected one once, and no other.
 *
 * @param differences empty: all is right
 */
record Verdict(List<String> differences) {
  static Verdict on(Trial trial) {
    List<OtlpEvent> unexplained = new ArrayList<>(trial.events());
    List<String> differences = new ArrayList<>();
    for (Expected expected : trial.scenario().expected()) {
      OtlpEvent nearest = null;
      for (OtlpEvent event : unexplained) {
        if (nearest == null
            || expected.differences(event).size() < expected.differences(nearest).size()) {
          nearest = event;
        }
      }
      if (nearest == null) {
        differences.add("no event; expected " + expected.attributes());
        continue;
      }
      unexplained.remove(nearest);
      differences.addAll(expected.differences(nearest));
    }
    unexplained.forEach(
        event ->
            differences.add(
                "one event too many: "
                    + event.text("mcpdiag.code")
                    + " for "
                    + event.text("mcp.method.name")));
    String healed = codes(codesOf(trial.healed()));
    String due = codes(trial.scenario().healed());
    if (!healed.equals(due)) {
      differences.add("recovered: expected " + due + ", seen " + healed);
    }
    return new Verdict(differences);
  }

  static List<String> codesOf(List<OtlpEvent> events) {
    return events.stream().map(event -> event.text("mcpdiag.code")).toList();
  }

  boolean isRight() {
    return differences.isEmpty();
  }

  /** Codes as a table shows them: sorted, or {@code none}. */
  static String codes(List<String> codes) {
    return codes.isEmpty() ? "none" : codes.stream().sorted().collect(Collectors.joining(" + "));
  }
}

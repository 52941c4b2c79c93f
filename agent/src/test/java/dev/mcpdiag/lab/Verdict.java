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
    Pairing pairing = Pairing.of(trial);
    List<String> differences = new ArrayList<>();
    for (Pairing.Pair pair : pairing.pairs()) {
      if (pair.event() == null) {
        differences.add("no event; expected " + pair.expected().attributes());
      } else {
        differences.addAll(pair.expected().differences(pair.event()));
      }
    }
    for (OtlpEvent event : pairing.extras()) {
      differences.add(
          "one event too many: "
              + event.text("mcpdiag.code")
              + " for "
              + event.text("mcp.method.name"));
    }
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

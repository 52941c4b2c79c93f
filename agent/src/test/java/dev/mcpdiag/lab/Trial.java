package dev.mcpdiag.lab;

import java.util.List;

/**
 * A scenario in one mode, at a server of its own, and everything that came of it.
 *
 * @param mode {@code sync} or {@code async}
 * @param outcomes lines of the application: operation, ok or fail, text
 * @param events failure events that name this server
 * @param healed recovered events that name this server
 */
record Trial(
    Scenario scenario,
    String mode,
    Target target,
    List<String> outcomes,
    List<OtlpEvent> events,
    List<OtlpEvent> healed) {

  String id() {
    return id(scenario, mode);
  }

  static String id(Scenario scenario, String mode) {
    return scenario.name() + "-" + mode;
  }

  /** What the application learned: its failures, or that there was none. */
  String bareException() {
    List<String> failed =
        outcomes.stream()
            .filter(line -> line.contains("\tfail\t"))
            .map(line -> line.replace("\tfail\t", ": "))
            .toList();
    return failed.isEmpty() ? "-" : String.join(" || ", failed);
  }
}

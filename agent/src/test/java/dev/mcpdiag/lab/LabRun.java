package dev.mcpdiag.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What came of one application JVM.
 *
 * @param strays failure events that name no server of the run
 */
record LabRun(
    List<Trial> trials,
    List<OtlpEvent> strays,
    List<OtlpSpan> spans,
    String stdout,
    String stderr,
    int exit,
    Duration took) {

  static LabRun of(
      List<Scenario> scenarios,
      Map<String, Target> targets,
      ChildJvm application,
      int exit,
      OtlpReceiver receiver,
      Duration took) {
    List<OtlpEvent> failures = receiver.events().stream().filter(OtlpEvent::isFailure).toList();
    List<OtlpEvent> healed =
        receiver.events().stream().filter(e -> e.name().equals("mcpdiag.recovered")).toList();
    List<String> lines = List.of(application.stdoutText().split("\n"));
    List<Trial> trials = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Scenario scenario : scenarios) {
      for (String mode : Lab.modes()) {
        String id = Trial.id(scenario, mode);
        Target target = Objects.requireNonNull(targets.get(id));
        known.add(target.key());
        trials.add(
            new Trial(
                scenario,
                mode,
                target,
                of(id, lines),
                from(target.key(), failures),
                from(target.key(), healed)));
      }
    }
    List<OtlpEvent> strays =
        failures.stream().filter(event -> !known.contains(server(event))).toList();
    return new LabRun(
        trials,
        strays,
        receiver.spans(),
        application.stdoutText(),
        application.stderrText(),
        exit,
        took);
  }

  private static List<String> of(String id, List<String> lines) {
    String start = id + "\t";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  private static List<OtlpEvent> from(String server, List<OtlpEvent> events) {
    return events.stream().filter(event -> server(event).equals(server)).toList();
  }

  private static String server(OtlpEvent event) {
    return event.text("mcpdiag.server.name");
  }
}

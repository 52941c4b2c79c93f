package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.Scenario.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The application's output, exceptions and exit code are the same with the agent and without it.
 * With {@code -Dmcpdiag.lab.bare=true} two runs without it are compared: what differs then is noise
 * of the lab.
 */
class NothingChangesIT {
  private static final boolean BARE = Boolean.getBoolean("mcpdiag.lab.bare");

  @TestFactory
  List<DynamicTest> theApplicationCannotTell() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Place place : Place.of(versions())) {
      LabRuns.Named watched =
          BARE
              ? LabRuns.start(place, scenarios(place), null)
              : LabRuns.watched(place, NothingChangesIT.class);
      tests.addAll(compared(LabRuns.start(place, scenarios(place), null), watched));
    }
    return tests;
  }

  private static List<DynamicTest> compared(LabRuns.Named alone, LabRuns.Named watched) {
    String name = alone.place().name();
    return List.of(
        dynamicTest(
            name + ": exit code",
            () -> assertEquals(alone.result().exit(), watched.result().exit())),
        dynamicTest(
            name + ": stdout",
            () ->
                assertEquals(
                    onlyIn(alone.result(), watched.result()),
                    onlyIn(watched.result(), alone.result()),
                    "lines without the agent, and with it")));
  }

  private static List<String> versions() {
    return SdkVersions.areAskedFor() ? SdkVersions.chosen() : List.of("2.1.0", "1.1.5");
  }

  private static List<Scenario> scenarios(Place place) {
    boolean isWhole = place.wire() == Wire.STREAMABLE || place.wire() == Wire.STDIO;
    return isWhole ? place.scenarios() : Scenario.oneOfEachCode(place.scenarios());
  }

  private static String onlyIn(LabRun run, LabRun other) {
    List<String> lines = masked(run, other);
    masked(other, run).forEach(lines::remove);
    return String.join("\n", lines);
  }

  /**
   * Every line, sorted, without what differs between two runs of the same JVM: ports, hashes, ids.
   * What only one of the runs met has no line in the other.
   */
  private static List<String> masked(LabRun run, LabRun other) {
    Set<String> unmet = ids(run);
    unmet.removeAll(ids(other));
    List<String> lines = new ArrayList<>();
    for (String line : run.stdout().split("\n", -1)) {
      if (unmet.contains(line.split("\t", -1)[0])) {
        continue;
      }
      lines.add(
          line.replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1:PORT")
              .replaceAll("@[0-9a-f]{4,8}\\b", "@HASH")
              .replaceAll("\\b[0-9a-f]{8}-\\d+\\b", "REQUEST"));
    }
    Collections.sort(lines);
    return lines;
  }

  private static Set<String> ids(LabRun run) {
    return run.trials().stream().map(Trial::id).collect(Collectors.toSet());
  }
}

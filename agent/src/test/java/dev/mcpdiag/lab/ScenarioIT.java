package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario, judged by what arrives at the OTLP receiver. {@code -Dmcpdiag.lab.bare=true} runs
 * them without the agent and shows what an application learns by itself; {@code
 * -Dmcpdiag.lab.facts=false} runs them with an agent that sees exceptions and answers only; {@code
 * -Dmcpdiag.lab.sdk=all} (the build's {@code -Pmatrix}) takes every scenario on every SDK version,
 * while the older lines have one scenario for each code by default; {@code
 * -Dmcpdiag.lab.only=regex} some scenarios.
 */
class ScenarioIT {
  private static final boolean BARE = Boolean.getBoolean("mcpdiag.lab.bare");
  private static final boolean HAS_FACTS =
      Boolean.parseBoolean(System.getProperty("mcpdiag.lab.facts", "true"));
  private static final double RIGHT_CODES = 0.97;

  @TestFactory
  List<DynamicNode> namesTheCauseOfEveryFailure() throws IOException {
    LabTable table = new LabTable();
    List<DynamicNode> tests = new ArrayList<>();
    for (LabRuns.Named named : runs()) {
      LabRun run = named.result();
      Place place = named.place();
      run.trials().forEach(trial -> table.add(place.version(), trial, !BARE));
      System.out.println(place.name() + " took " + run.took().toMillis() + " ms");
      tests.add(dynamicContainer(place.name(), tests(run)));
    }
    table.publish(BARE ? "bare.txt" : HAS_FACTS ? "table.txt" : "exceptions-alone.txt", !BARE);
    if (isDemanded()) {
      tests.add(
          dynamicTest(
              "names at least 97 % right",
              () -> assertTrue(table.accuracy().rightCodes() >= RIGHT_CODES)));
    }
    tests.add(dynamicContainer("not on this machine", absent()));
    return tests;
  }

  private static List<LabRuns.Named> runs() throws IOException {
    List<Place> places = Place.of(SdkVersions.chosenForScenarios());
    if (isDemanded()) {
      return places.stream().map(place -> LabRuns.watched(place, ScenarioIT.class)).toList();
    }
    Path agent = BARE ? null : BlankedAgent.withoutFacts(LabSettings.agentJar());
    return places.stream().map(place -> LabRuns.start(place, place.scenarios(), agent)).toList();
  }

  private static boolean isDemanded() {
    return !BARE && HAS_FACTS;
  }

  private static List<DynamicTest> tests(LabRun run) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("ends as usual", () -> assertEquals(0, run.exit(), run::stderr)));
    tests.add(
        dynamicTest(
            "says nothing about servers that nobody used",
            () ->
                assertTrue(run.strays().isEmpty() || !HAS_FACTS, () -> "strays: " + run.strays())));
    for (Trial trial : run.trials()) {
      tests.add(dynamicTest(trial.id(), () -> judge(trial)));
    }
    return tests;
  }

  /** Scenarios of programs that are not installed, said aloud. */
  private static List<DynamicTest> absent() {
    return Stream.of(Scenario.Wire.values())
        .flatMap(wire -> Lab.scenarios(wire).stream())
        .filter(scenario -> !RealPart.isThere(scenario.needs().program()))
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    () -> abort("skipped: no " + scenario.needs().program() + " is installed")))
        .toList();
  }

  private static void judge(Trial trial) {
    assertFalse(trial.outcomes().isEmpty(), "the application never came to this scenario");
    if (!isDemanded()) {
      return;
    }
    Verdict verdict = Verdict.on(trial);
    assertTrue(
        verdict.isRight(),
        () ->
            String.join("\n", verdict.differences())
                + "\nserver: "
                + trial.target().key()
                + "\nbare exception: "
                + trial.bareException()
                + "\nevents: "
                + trial.events());
  }
}

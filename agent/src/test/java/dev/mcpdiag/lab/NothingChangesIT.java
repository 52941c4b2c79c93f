package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.Scenario.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The application's output, exceptions and exit code are the same with the agent and without it.
 * With {@code -Dmcpdiag.lab.bare=true} two runs without it are compared: what differs then is noise
 * of the lab.
 */
class NothingChangesIT {
  private static final boolean BARE = Boolean.getBoolean("mcpdiag.lab.bare");
  private static final int AT_ONCE = 3;

  @TestFactory
  List<DynamicTest> theApplicationCannotTell() {
    Path agent = BARE ? null : LabSettings.agentJar();
    ExecutorService jvms = Executors.newFixedThreadPool(AT_ONCE);
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : versions()) {
      for (Wire wire : Wire.values()) {
        List<Scenario> scenarios = scenarios(version, wire);
        if (!scenarios.isEmpty()) {
          Future<LabRun> alone = jvms.submit(() -> run(version, scenarios, null));
          Future<LabRun> watched = jvms.submit(() -> run(version, scenarios, agent));
          tests.addAll(compared(version + " " + wire.text(), alone, watched));
        }
      }
    }
    jvms.shutdown();
    return tests;
  }

  private static List<DynamicTest> compared(
      String name, Future<LabRun> alone, Future<LabRun> watched) {
    return List.of(
        dynamicTest(
            name + ": exit code", () -> assertEquals(alone.get().exit(), watched.get().exit())),
        dynamicTest(
            name + ": stdout",
            () ->
                assertEquals(
                    onlyIn(alone.get(), watched.get()),
                    onlyIn(watched.get(), alone.get()),
                    "lines without the agent, and with it")));
  }

  private static List<String> versions() {
    return SdkVersions.areAskedFor() ? SdkVersions.chosen() : List.of("2.1.0", "1.1.5");
  }

  private static List<Scenario> scenarios(String version, Wire wire) {
    if (!SdkVersions.has(version, wire)) {
      return List.of();
    }
    List<Scenario> all = Lab.scenarios(wire);
    boolean isWhole = wire == Wire.STREAMABLE || wire == Wire.STDIO;
    return isWhole && !SdkVersions.isSampled(version) ? all : Scenario.oneOfEachCode(all);
  }

  private static LabRun run(String version, List<Scenario> scenarios, @Nullable Path agent)
      throws IOException {
    Path java = LabSettings.javaHomes().get(0);
    return new Lab(version, java, agent).run(scenarios);
  }

  private static String onlyIn(LabRun run, LabRun other) {
    List<String> lines = masked(run);
    masked(other).forEach(lines::remove);
    return String.join("\n", lines);
  }

  /**
   * Every line, sorted, without what differs between two runs of the same JVM: ports, hashes, ids.
   */
  private static List<String> masked(LabRun run) {
    List<String> lines = new ArrayList<>();
    for (String line : run.stdout().split("\n", -1)) {
      lines.add(
          line.replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1:PORT")
              .replaceAll("@[0-9a-f]{4,8}\\b", "@HASH")
              .replaceAll("\\b[0-9a-f]{8}-\\d+\\b", "REQUEST"));
    }
    Collections.sort(lines);
    return lines;
  }
}

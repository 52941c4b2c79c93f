package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.Scenario.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  @TestFactory
  List<DynamicTest> theApplicationCannotTell() throws IOException {
    Path agent = BARE ? null : LabSettings.agentJar();
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      for (Wire wire : Wire.values()) {
        if (!SdkVersions.has(version, wire) || SdkVersions.isSampled(version)) {
          continue;
        }
        LabRun alone = run(version, wire, null);
        LabRun watched = run(version, wire, agent);
        String name = version + " " + wire.text();
        tests.add(
            dynamicTest(name + ": exit code", () -> assertEquals(alone.exit(), watched.exit())));
        tests.add(
            dynamicTest(
                name + ": stdout",
                () ->
                    assertEquals(
                        onlyIn(alone, watched),
                        onlyIn(watched, alone),
                        "lines without the agent, and with it")));
      }
    }
    return tests;
  }

  private static LabRun run(String version, Wire wire, @Nullable Path agent) throws IOException {
    Path java = LabSettings.javaHomes().get(0);
    List<Scenario> all = Lab.scenarios(wire);
    boolean isWhole = wire == Wire.STREAMABLE || wire == Wire.STDIO;
    return new Lab(version, java, agent).run(isWhole ? all : Scenario.oneOfEachCode(all));
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

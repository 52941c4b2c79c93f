package dev.mcpdiag.lab;

import dev.mcpdiag.lab.Scenario.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Application JVMs of several versions and transports, some at a time: they mostly wait. */
final class LabRuns {
  private static final int AT_ONCE = Integer.getInteger("mcpdiag.lab.jvms", 3);

  /**
   * A run and what it was of.
   *
   * @param run still under way, perhaps
   */
  record Named(String version, Wire wire, Path java, Future<LabRun> run) {
    String name() {
      return version + " " + wire.text() + " on " + java.getFileName();
    }

    LabRun result() throws IOException {
      try {
        return run.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the lab was at work", e);
      } catch (ExecutionException e) {
        throw new IOException(name() + " failed", e);
      }
    }
  }

  private LabRuns() {}

  /** Every version, Java and transport of this run, in the order of the table. */
  static List<Named> start(@Nullable Path agent) {
    return start(agent, false);
  }

  /**
   * The same with few scenarios.
   *
   * @param isSample one scenario of each code, unless versions were asked for
   */
  static List<Named> start(@Nullable Path agent, boolean isSample) {
    ExecutorService jvms = Executors.newFixedThreadPool(AT_ONCE);
    List<Named> runs = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      for (Path java : LabSettings.javaHomes()) {
        for (Wire wire : Wire.values()) {
          List<Scenario> scenarios = scenarios(version, wire, isSample);
          if (!scenarios.isEmpty()) {
            Future<LabRun> run = jvms.submit(() -> new Lab(version, java, agent).run(scenarios));
            runs.add(new Named(version, wire, java, run));
          }
        }
      }
    }
    jvms.shutdown();
    return runs;
  }

  private static List<Scenario> scenarios(String version, Wire wire, boolean isSample) {
    if (!SdkVersions.has(version, wire)) {
      return List.of();
    }
    List<Scenario> all =
        Lab.scenarios(wire).stream()
            .filter(scenario -> scenario.needs().areMetBy(version))
            .filter(scenario -> RealPart.isThere(scenario.needs().program()))
            .toList();
    boolean isShort = isSample && !SdkVersions.areAskedFor();
    return isShort || SdkVersions.isSampled(version) ? Scenario.oneOfEachCode(all) : all;
  }
}

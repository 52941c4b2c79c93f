package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Application JVMs at many places, some at a time: they mostly wait. */
final class LabRuns {
  private static final ExecutorService JVMS =
      Executors.newFixedThreadPool(Integer.getInteger("mcpdiag.lab.jvms", 3));

  private static final Map<Place, Watched> WATCHED = new HashMap<>();

  /**
   * A run and where it is.
   *
   * @param run still under way, perhaps
   */
  record Named(Place place, Future<LabRun> run) {
    LabRun result() throws IOException {
      try {
        return run.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the lab was at work", e);
      } catch (ExecutionException e) {
        throw new IOException(place.name() + " failed", e);
      }
    }
  }

  /**
   * A run with the agent as it was built.
   *
   * @param judges tests that have asked for it
   */
  private record Watched(Named run, Set<Class<?>> judges) {}

  private LabRuns() {}

  /** Starts a run of its own. */
  static Named start(Place place, List<Scenario> scenarios, @Nullable Path agent) {
    Lab lab = new Lab(place.version(), place.java(), agent);
    return new Named(place, JVMS.submit(() -> lab.run(scenarios)));
  }

  /**
   * All scenarios of a place with the agent as it was built: one run for all tests that judge it. A
   * test that asks again is being repeated, and gets a new one.
   */
  static synchronized Named watched(Place place, Class<?> judge) {
    Watched known = WATCHED.get(place);
    if (known == null || !known.judges().add(judge)) {
      Named run = start(place, place.scenarios(), LabSettings.agentJar());
      known = new Watched(run, new HashSet<>(Set.of(judge)));
      WATCHED.put(place, known);
    }
    return known.run();
  }
}

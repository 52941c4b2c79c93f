package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Problems with the collectors, each told once: a wrong address meets the probe of the start and
 * every signal, but is one mistake. While the probe waits for its answer, nobody else complains.
 */
final class Complaints implements Problems {
  private final Problems problems;
  private final Set<Problem> held = new LinkedHashSet<>();
  private final Set<String> told = new HashSet<>();
  private boolean isProbing;

  Complaints(Problems problems) {
    this.problems = problems;
  }

  synchronized void probing() {
    isProbing = true;
  }

  /** The start-up line tells this answer, in its own words. */
  void probed(@Nullable Problem problem) {
    for (Problem late : endOfProbe(problem)) {
      report(late);
    }
  }

  private synchronized List<Problem> endOfProbe(@Nullable Problem problem) {
    isProbing = false;
    if (problem != null) {
      told.add(mistake(problem));
    }
    List<Problem> late = new ArrayList<>(held);
    held.clear();
    return late;
  }

  @Override
  public void report(Problem problem) {
    synchronized (this) {
      if (isProbing) {
        held.add(problem);
        return;
      }
      if (!told.add(mistake(problem))) {
        return;
      }
    }
    problems.report(problem);
  }

  /** What and where: how to mend it is worded for the signal that met it. */
  private static String mistake(Problem problem) {
    return problem.what() + ' ' + problem.where();
  }
}

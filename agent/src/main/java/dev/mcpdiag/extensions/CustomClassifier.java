package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One classifier and how it behaved so far: the third fault or the third time-out switches it off.
 * Asked on the helper thread only; its book is kept under the lock of {@link Hearings}.
 */
final class CustomClassifier {
  private static final int MOST = 3;

  /**
   * A busy machine makes good classifiers late now and then: so many good answers make up for it.
   */
  private static final int ANSWERS_THAT_FORGIVE = 100;

  /** The first call loads classes and runs uncompiled code. */
  private static final int FIRST_TIME_FACTOR = 10;

  private final ExtensionJar.Loaded loaded;
  private final Duration timeout;
  private final FitDiagnosis fit;
  private final Problems problems;
  private int answers;
  private int faults;
  private int timeouts;
  private boolean isStuck;

  CustomClassifier(
      ExtensionJar.Loaded loaded, Duration timeout, FitDiagnosis fit, Problems problems) {
    this.loaded = loaded;
    this.timeout = timeout;
    this.fit = fit;
    this.problems = problems;
  }

  /** An answer that cannot be told. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String what) {
      super(what, null, false, false);
    }
  }

  /** Code of the extension runs here: it may throw anything, and may not come back. */
  @Nullable Opinion judge(OfferedCall call) throws Fault {
    Optional<Diagnosis> said = loaded.classifier().classify(call);
    if (said == null) {
      throw new Fault("it returned null");
    }
    if (said.isEmpty()) {
      return null;
    }
    if (!FitDiagnosis.isAllowed(said.get().code())) {
      throw new Fault(said.get().code() + " is not in the catalogue of MCP_ codes");
    }
    return new Opinion(fit.of(said.get()), name());
  }

  String name() {
    return loaded.classifier().getClass().getName();
  }

  long limitNanos() {
    return timeout.toNanos() * (answers + timeouts + faults == 0 ? FIRST_TIME_FACTOR : 1);
  }

  /**
   * Whether to ask it now. While its thread is stuck, a failure is a time-out that costs nothing.
   */
  boolean admit() {
    if (isStuck && !isOff()) {
      countTimeout();
    }
    return !isStuck && !isOff();
  }

  private boolean isOff() {
    return faults >= MOST || timeouts >= MOST;
  }

  void answered() {
    answers++;
    if (answers % ANSWERS_THAT_FORGIVE == 0 && timeouts > 0 && !isOff()) {
      timeouts--;
    }
  }

  /** It came back too late. */
  void late() {
    countTimeout();
  }

  /** It did not come back, and its thread is given up. */
  void stuck() {
    isStuck = true;
    countTimeout();
  }

  /** It came back after its thread was given up. */
  void released() {
    isStuck = false;
  }

  private void countTimeout() {
    if (++timeouts == MOST) {
      off(
          "took longer than " + timeout.toMillis() + " ms, " + MOST + " times",
          "make it faster (no I/O, no locks), or raise mcpdiag.classifier.timeout");
    }
  }

  void failed(Throwable fault) {
    if (++faults == MOST) {
      StackTraceElement[] frames = fault.getStackTrace();
      String last =
          fault instanceof Fault
              ? String.valueOf(fault.getMessage())
              : fault.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
      off("failed " + MOST + " times, at last: " + last, "correct it; it may see any failure");
    }
  }

  private void off(String what, String fix) {
    problems.report(
        new Problem(
            "the classifier " + name() + " " + what + "; it is off until the JVM ends",
            loaded.jar(),
            fix));
  }
}

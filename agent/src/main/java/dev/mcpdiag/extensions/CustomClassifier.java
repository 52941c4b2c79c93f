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
  private static final String LAST_CHANCE = "the third time switches it off";

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

    private final transient ExtensionFault fault;

    Fault(ExtensionFault fault) {
      super(fault.what(), null, false, false);
      this.fault = fault;
    }
  }

  /** Code of the extension runs here: it may throw anything, and may not come back. */
  @Nullable Opinion judge(OfferedCall call) throws Fault {
    Optional<Diagnosis> said = loaded.classifier().classify(call);
    if (said == null) {
      throw new Fault(
          new ExtensionFault(
              "", "it returned null", "return Optional.empty() for what is not its own"));
    }
    if (said.isEmpty()) {
      return null;
    }
    ExtensionFault unknown = Words.unknownIn(said.get());
    if (unknown != null) {
      throw new Fault(unknown);
    }
    return new Opinion(fit.of(said.get()), name());
  }

  /** What is wrong, in words. Code of the extension may run here too. */
  ExtensionFault described(Throwable thrown) {
    return thrown instanceof Fault fault ? fault.fault : fit.described(thrown);
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
      countTimeout(timeout.toNanos(), "");
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
  void late(long limitNanos) {
    countTimeout(limitNanos, "");
  }

  /**
   * It did not come back, and its thread is given up.
   *
   * @param place where it is, as {@link ExtensionFault#at} says it
   */
  void stuck(long limitNanos, String place) {
    isStuck = true;
    countTimeout(limitNanos, place);
  }

  /** It came back after its thread was given up. */
  void released() {
    isStuck = false;
  }

  private void countTimeout(long limitNanos, String place) {
    timeouts++;
    String limit = limitNanos / 1_000_000 + " ms";
    String fix = "make it faster (no I/O, no locks), or raise mcpdiag.classifier.timeout";
    switch (timeouts) {
      case 1 -> report("took longer than " + limit + " (1 of " + MOST + ")" + place, fix);
      case MOST -> off("took longer than " + timeout.toMillis() + " ms, " + MOST + " times", fix);
      default -> report("was late again (" + timeouts + " of " + MOST + ")", LAST_CHANCE);
    }
  }

  void failed(ExtensionFault fault) {
    faults++;
    String said = fault.place() + ": " + fault.what();
    switch (faults) {
      case 1 -> report("failed (1 of " + MOST + ")" + said, fault.fix());
      case MOST -> off("failed " + MOST + " times, at last" + said, fault.fix());
      default -> report("failed again (" + faults + " of " + MOST + ")", LAST_CHANCE);
    }
  }

  private void off(String what, String fix) {
    report(what + "; it is off until the JVM ends", fix);
  }

  private void report(String what, String fix) {
    problems.report(new Problem("the classifier " + name() + " " + what, loaded.jar(), fix));
  }
}

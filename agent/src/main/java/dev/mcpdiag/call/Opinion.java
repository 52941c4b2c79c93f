package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Judgement;

/**
 * What a failure is, and who says so.
 *
 * @param by {@code built-in}, {@code rule:<name>} or a classifier's class name
 */
public record Opinion(Diagnosis diagnosis, String by) {
  static final String BUILT_IN = "built-in";

  /** The opinion that nobody contradicted. */
  public static Opinion builtIn(Diagnosis diagnosis) {
    return new Opinion(diagnosis, BUILT_IN);
  }

  /** The failure under this name; its facts and the reasons of the built-in rules stay. */
  Failure on(Failure builtIn) {
    if (by.equals(BUILT_IN)) {
      return builtIn;
    }
    Diagnosis named = diagnosis.toBuilder().debugId(builtIn.ids().traceId()).build();
    String old = builtIn.diagnosis().code();
    String renamed =
        old.equals(named.code()) ? "confirmed by " + by : "renamed from " + old + " by " + by;
    Judgement before = builtIn.judgement();
    return builtIn.judgedAs(
        before.diagnosedAs(named, by, before.because() + ", " + renamed),
        Fingerprint.of(builtIn.fingerprint(), named));
  }
}

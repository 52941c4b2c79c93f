package dev.mcpdiag.failure;

import dev.mcpdiag.api.Diagnosis;

/**
 * What was concluded of a failure, and by whom.
 *
 * @param diagnosis code, type, retry, texts
 * @param origin who is to blame
 * @param because one sentence out of facts, no peer text
 * @param by {@code built-in}, {@code rule:<name>} or a classifier's class name
 */
public record Judgement(Diagnosis diagnosis, Origin origin, String because, String by) {
  /** Another diagnosis of the same failure. */
  public Judgement diagnosedAs(Diagnosis other, String classifier, String reasons) {
    return new Judgement(other, origin, reasons, classifier);
  }
}

package dev.mcpdiag.api;

import java.util.Map;

/**
 * Lets the engine use the one mapper of diagnoses, which is no part of the public API. Stands in
 * this package, but in the agent only.
 */
public final class DiagnosisMap {
  private DiagnosisMap() {}

  /** The map that {@code AgentLink} describes. */
  public static Map<String, Object> of(Diagnosis diagnosis) {
    return Carrier.toMap(diagnosis);
  }
}

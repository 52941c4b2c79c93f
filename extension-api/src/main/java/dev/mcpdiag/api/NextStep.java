package dev.mcpdiag.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that a program can do about a failure, written for machines.
 *
 * @param action a verb in lower_snake, for example {@code retry_same}; readers skip what they do
 *     not know
 * @param params its parameters in the order given, units in the keys ({@code delayMs}); values are
 *     text, numbers, booleans, and lists and maps of those
 */
public record NextStep(String action, Map<String, Object> params) {
  /** Copies {@code params}, so that a later change of the caller's map does not show here. */
  public NextStep {
    requireNonNull(action, "action");
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}

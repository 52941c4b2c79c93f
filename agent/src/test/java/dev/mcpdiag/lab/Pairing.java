package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which event answers which expectation of a trial: the nearest one, each at most once.
 *
 * @param extras events that nobody expected
 */
record Pairing(List<Pair> pairs, List<OtlpEvent> extras) {
  /** An expectation and its event, null where none came. */
  record Pair(Expected expected, @Nullable OtlpEvent event) {
    boolean agreesOn(String attribute) {
      String value = expected.attributes().get(attribute);
      return event != null && event.text(attribute).equals(value);
    }
  }

  static Pairing of(Trial trial) {
    List<OtlpEvent> left = new ArrayList<>(trial.events());
    List<Pair> pairs = new ArrayList<>();
    for (Expected expected : trial.scenario().expected()) {
      OtlpEvent nearest = null;
      for (OtlpEvent event : left) {
        if (nearest == null
            || expected.differences(event).size() < expected.differences(nearest).size()) {
          nearest = event;
        }
      }
      pairs.add(new Pair(expected, nearest));
      if (nearest != null) {
        left.remove(nearest);
      }
    }
    return new Pairing(pairs, left);
  }
}

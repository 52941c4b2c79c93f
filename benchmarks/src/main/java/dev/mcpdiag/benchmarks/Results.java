package dev.mcpdiag.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** The numbers of all rounds with one version of the SDK. */
final class Results {
  private record Place(Scenario scenario, String setup) {}

  private final Map<Place, Map<String, List<Double>>> numbers = new HashMap<>();
  private final Map<Place, Set<String>> threads = new HashMap<>();

  void add(Scenario scenario, String setup, Run run) {
    var place = new Place(scenario, setup);
    run.numbers().forEach((measure, value) -> add(scenario, setup, measure, value));
    threads.computeIfAbsent(place, any -> new TreeSet<>()).addAll(run.threads());
  }

  void add(Scenario scenario, String setup, String measure, double value) {
    numbers
        .computeIfAbsent(new Place(scenario, setup), any -> new HashMap<>())
        .computeIfAbsent(measure, any -> new ArrayList<>())
        .add(value);
  }

  Optional<Spread> spread(Scenario scenario, String setup, String measure) {
    List<Double> values =
        numbers.getOrDefault(new Place(scenario, setup), Map.of()).getOrDefault(measure, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  OptionalDouble median(Scenario scenario, String setup, String measure) {
    Optional<Spread> spread = spread(scenario, setup, measure);
    return spread.isPresent() ? OptionalDouble.of(spread.get().median()) : OptionalDouble.empty();
  }

  /** Names of threads that {@code setup} has in any round and {@code baseline} in none. */
  Set<String> addedThreads(Scenario scenario, String setup, String baseline) {
    Set<String> added = new TreeSet<>(threads.getOrDefault(new Place(scenario, setup), Set.of()));
    added.removeAll(threads.getOrDefault(new Place(scenario, baseline), Set.of()));
    return added;
  }
}

package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A failure that really happens, or nearly one, and what must be said about it.
 *
 * @param name lower-case words with dashes; also names programs and hosts
 * @param settings more lines of the application's errand
 * @param operations what the application does, see {@code labapp.Visit}
 * @param expected every failure event that must arrive, and no other; empty: no failure
 * @param required false: wanted, printed, but not yet demanded
 */
record Scenario(
    String name,
    Wire wire,
    Opening opening,
    List<String> settings,
    List<String> operations,
    List<Expected> expected,
    boolean required) {

  /** Starts the server of a scenario. */
  @FunctionalInterface
  interface Opening {
    Target open(FailingServers servers, String instance) throws IOException;
  }

  static Scenario over(Wire wire, String name, Opening opening) {
    return new Scenario(name, wire, opening, List.of(), List.of("init"), List.of(), true);
  }

  /** Instead of only {@code init}. */
  Scenario doing(String... next) {
    return new Scenario(name, wire, opening, settings, List.of(next), expected, required);
  }

  Scenario with(String... more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(more));
    return new Scenario(name, wire, opening, all, operations, expected, required);
  }

  Scenario gives(Expected... failures) {
    return new Scenario(name, wire, opening, settings, operations, List.of(failures), required);
  }

  /** The default, said aloud: a near miss. */
  Scenario givesNoFailure() {
    return gives();
  }

  /** The first scenario for each code, and the first that gives no failure. */
  static List<Scenario> oneOfEachCode(List<Scenario> all) {
    Set<List<String>> seen = new HashSet<>();
    return all.stream()
        .filter(scenario -> seen.add(scenario.expected().stream().map(Expected::code).toList()))
        .toList();
  }

  Scenario notYetDemanded() {
    return new Scenario(name, wire, opening, settings, operations, expected, false);
  }

  /** How the client and the server talk. */
  enum Wire {
    STREAMABLE,
    SSE,
    WEBFLUX,
    STDIO,
    /** Streamable HTTP in an application that signs in. */
    LOGIN;

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What the application calls it. */
    String transport() {
      return this == LOGIN ? STREAMABLE.text() : text();
    }
  }
}

package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure that really happens, or nearly one, and what must be said about it.
 *
 * @param name lower-case words with dashes; also names programs and hosts
 * @param settings more lines of the application's errand
 * @param operations what the application does, see {@code labapp.Visit}
 * @param expected every failure event that must arrive, and no other; empty: no failure
 * @param healed codes of the {@code mcpdiag.recovered} events that must arrive, and no other
 * @param needs what it cannot happen without
 */
record Scenario(
    String name,
    Wire wire,
    Opening opening,
    List<String> settings,
    List<String> operations,
    List<Expected> expected,
    List<String> healed,
    Needs needs) {

  /**
   * Where a scenario can happen.
   *
   * @param since oldest SDK version
   * @param before the first newer SDK version that does better, null if none does
   * @param program a program that must be installed, null for none
   * @param webFlux whether the transports over Spring's WebClient
   * @param time whether more than a usual build has: somebody names the versions then
   */
  record Needs(
      String since,
      @Nullable String before,
      @Nullable String program,
      boolean webFlux,
      boolean time) {
    static final Needs NOTHING = new Needs("0.10.0", null, null, false, false);

    boolean areMetBy(String version) {
      return SdkVersions.isAtLeast(version, since)
          && (before == null || !SdkVersions.isAtLeast(version, before))
          && (!time || SdkVersions.areAskedFor())
          && (!webFlux || SdkVersions.has(version, Wire.WEBFLUX));
    }
  }

  /** Starts the server of a scenario. */
  @FunctionalInterface
  interface Opening {
    Target open(FailingServers servers, String instance) throws IOException;
  }

  static Scenario over(Wire wire, String name, Opening opening) {
    return new Scenario(
        name, wire, opening, List.of(), List.of("init"), List.of(), List.of(), Needs.NOTHING);
  }

  /** Instead of only {@code init}. */
  Scenario doing(String... next) {
    return new Scenario(name, wire, opening, settings, List.of(next), expected, healed, needs);
  }

  Scenario with(String... more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(more));
    return new Scenario(name, wire, opening, all, operations, expected, healed, needs);
  }

  Scenario gives(Expected... failures) {
    return new Scenario(
        name, wire, opening, settings, operations, List.of(failures), healed, needs);
  }

  /** The default, said aloud: a near miss. */
  Scenario givesNoFailure() {
    return gives();
  }

  /** What the SDK gets over by itself, told as {@code mcpdiag.recovered}. */
  Scenario heals(String... codes) {
    return new Scenario(name, wire, opening, settings, operations, expected, List.of(codes), needs);
  }

  /** Only from this SDK version on. */
  Scenario since(String version) {
    Needs all = new Needs(version, needs.before(), needs.program(), needs.webFlux(), needs.time());
    return new Scenario(name, wire, opening, settings, operations, expected, healed, all);
  }

  /** Only up to this SDK version, without it. */
  Scenario before(String version) {
    Needs all = new Needs(needs.since(), version, needs.program(), needs.webFlux(), needs.time());
    return new Scenario(name, wire, opening, settings, operations, expected, healed, all);
  }

  /** One of many alike: only where somebody names the versions of the run. */
  Scenario ofMany() {
    Needs all = new Needs(needs.since(), needs.before(), needs.program(), needs.webFlux(), true);
    return new Scenario(name, wire, opening, settings, operations, expected, healed, all);
  }

  /** Over another transport than that of its wire; WebFlux is not in every version. */
  Scenario on(Wire other) {
    Needs all =
        new Needs(
            needs.since(), needs.before(), needs.program(), other == Wire.WEBFLUX, needs.time());
    List<String> more = new ArrayList<>(settings);
    more.add("transport=" + other.transport());
    return new Scenario(name, wire, opening, more, operations, expected, healed, all);
  }

  /** Only where this program is installed. */
  Scenario needs(String program) {
    Needs all = new Needs(needs.since(), needs.before(), program, needs.webFlux(), needs.time());
    return new Scenario(name, wire, opening, settings, operations, expected, healed, all);
  }

  /** The first scenario for each code, and the first that gives no failure. */
  static List<Scenario> oneOfEachCode(List<Scenario> all) {
    Set<List<String>> seen = new HashSet<>();
    return all.stream()
        .filter(scenario -> seen.add(scenario.expected().stream().map(Expected::code).toList()))
        .toList();
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

package dev.mcpdiag.lab;

import java.util.Set;
import java.util.TreeSet;

/** Every code that a table of the lab expects of a failure that really happens. */
final class LabCodes {
  private static final String NEWEST = "2.1.0";

  private LabCodes() {}

  /** Without what needs a program that not every machine has, and without what is not demanded. */
  static Set<String> all() {
    Set<String> codes = new TreeSet<>();
    for (Scenario.Wire wire : Scenario.Wire.values()) {
      Lab.everything(wire).stream()
          .filter(scenario -> scenario.needs().program() == null)
          .flatMap(scenario -> scenario.expected().stream())
          .forEach(failure -> codes.add(failure.code()));
    }
    LoginScenarios.all().stream()
        .flatMap(scenario -> scenario.expected().stream())
        .forEach(failure -> codes.add(failure.code()));
    for (ServerWire wire : ServerWire.values()) {
      for (String mode : Lab.modes()) {
        ServerCases.of(ServerSetup.of(NEWEST, wire), mode).stream()
            .map(ServerCase::expected)
            .filter(failure -> failure != null)
            .forEach(failure -> codes.add(failure.code()));
        codes.addAll(ServerCases.outside(ServerSetup.of(NEWEST, wire), mode));
      }
    }
    TogetherIT.expected(false)
        .keySet()
        .forEach(line -> codes.add(line.substring(line.lastIndexOf(' ') + 1)));
    return codes;
  }
}

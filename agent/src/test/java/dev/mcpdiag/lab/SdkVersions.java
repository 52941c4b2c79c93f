package dev.mcpdiag.lab;

import dev.mcpdiag.weave.TestedVersions;
import java.util.List;

/** The SDK versions that mcpdiag supports: {@code sdk-versions.txt}, oldest first. */
final class SdkVersions {
  private SdkVersions() {}

  static List<String> all() {
    return TestedVersions.all();
  }

  /**
   * Whether a version has this: streamable HTTP came with 0.11. Customizers of requests came before
   * 0.13; older lines than 1.1 are tried with them when their versions are asked for.
   */
  static boolean has(String version, Scenario.Wire wire) {
    return switch (wire) {
      case STREAMABLE -> !version.startsWith("0.10.");
      case LOGIN -> isAtLeast(version, areAskedFor() ? "0.13.1" : "1.1.5");
      case WEBFLUX -> version.equals("0.17.2") || version.startsWith("2.");
      case SSE, STDIO -> true;
    };
  }

  /** Whether a version is this one or a newer one. */
  static boolean isAtLeast(String version, String other) {
    String[] mine = version.split("\\.");
    String[] theirs = other.split("\\.");
    for (int i = 0; i < mine.length; i++) {
      int order = Integer.compare(Integer.parseInt(mine[i]), Integer.parseInt(theirs[i]));
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  /** The versions of this run: {@code -Dmcpdiag.lab.sdk=1.1.5,2.1.0} or {@code all}. */
  static List<String> chosen() {
    String chosen = LabSettings.optional("mcpdiag.lab.sdk");
    if (chosen == null) {
      return List.of("2.1.0", "1.1.5", "0.17.2", "0.10.0");
    }
    return chosen.equals("all") ? all() : List.of(chosen.split(","));
  }

  /** The same for scenarios of clients: by default one more line of 2.x, whose texts differ. */
  static List<String> chosenForScenarios() {
    return areAskedFor() ? chosen() : List.of("2.1.0", "2.0.1", "1.1.5", "0.17.2", "0.10.0");
  }

  /** The newest and the oldest of the chosen, unless somebody named the versions of this run. */
  static List<String> ends() {
    List<String> chosen = chosen();
    return areAskedFor() ? chosen : List.of(chosen.get(0), chosen.get(chosen.size() - 1));
  }

  /** Those of the chosen that have streamable HTTP, which came with 0.11. */
  static List<String> chosenWithStreamable() {
    return chosen().stream().filter(version -> has(version, Scenario.Wire.STREAMABLE)).toList();
  }

  /** Whether a version has one scenario for each code in this run, unless versions are named. */
  static boolean isSampled(String version) {
    return !areAskedFor() && !version.equals("2.1.0");
  }

  /** Whether somebody named the versions of this run. */
  static boolean areAskedFor() {
    return LabSettings.optional("mcpdiag.lab.sdk") != null;
  }
}

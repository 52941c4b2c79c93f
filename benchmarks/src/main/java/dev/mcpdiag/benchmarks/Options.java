package dev.mcpdiag.benchmarks;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param java the executable that the measured JVMs are started with
 */
record Options(
    Effort effort,
    List<String> sdks,
    List<String> setups,
    Set<Scenario> only,
    Path agent,
    Path java) {

  static final String USAGE =
      """
      java -jar benchmarks/target/mcpdiag-benchmarks.jar [options]
        --rounds N       JVMs of each set-up and scenario (7; with --quick 1)
        --quick          short phases: does it run?
        --sdk LIST       versions of the MCP SDK: 2.1.0 and 1.1.5 (2.1.0)
        --setups LIST    none,empty,mcpdiag,otel (all)
        --only LIST      hello,memory,http,crowd (all)
        --agent JAR      another build of the agent (agent/target/mcpdiag-agent.jar)
        --java FILE      another JVM (the one that runs this)
      """;

  static Options parse(List<String> arguments, Layout layout) {
    Effort effort = arguments.contains("--quick") ? Effort.QUICK : Effort.FULL;
    List<String> sdks = List.of("2.1.0");
    List<String> setups = List.of(Setup.NONE, Setup.EMPTY, Setup.OURS, Setup.OPENTELEMETRY);
    Set<Scenario> only = EnumSet.allOf(Scenario.class);
    Path agent = layout.ourAgent();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--quick" -> {}
        case "--rounds" -> effort = effort.withRounds(count(value(option, rest)));
        case "--sdk" -> sdks = list(value(option, rest));
        case "--setups" -> setups = known(list(value(option, rest)), setups);
        case "--only" -> only = scenarios(list(value(option, rest)));
        case "--agent" -> agent = Path.of(value(option, rest)).toAbsolutePath();
        case "--java" -> java = Path.of(value(option, rest));
        default -> throw new UsageException("Unknown option " + option + ".\n" + USAGE);
      }
    }
    return new Options(effort, sdks, setups, only, agent, java);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value.\n" + USAGE);
    }
    return rest.next();
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException ignored) {
      // Refused below, like zero.
    }
    throw new UsageException("--rounds needs a number above 0, not " + text + ".");
  }

  private static List<String> list(String text) {
    return List.of(text.split(",", -1));
  }

  private static List<String> known(List<String> wanted, List<String> all) {
    for (String name : wanted) {
      if (!all.contains(name)) {
        throw new UsageException("No set-up " + name + "; there are " + String.join(", ", all));
      }
    }
    return wanted;
  }

  private static Set<Scenario> scenarios(List<String> names) {
    Set<Scenario> scenarios = EnumSet.noneOf(Scenario.class);
    for (String name : names) {
      try {
        scenarios.add(Scenario.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException ignored) {
        throw new UsageException("No scenario " + name + ".\n" + USAGE);
      }
    }
    return scenarios;
  }
}

package dev.mcpdiag.engine;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.SdkUse;
import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.console.StartLines;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.weave.HookWords;
import dev.mcpdiag.weave.Places;
import dev.mcpdiag.weave.TestedVersions;
import dev.mcpdiag.weave.WeaveReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The MCP SDK of one class loader: says what of it is used, and which places of hooks its version
 * should have and has not. Any thread; loads no class of the application.
 */
final class WatchedSdk implements SdkUse {
  private static final int MOST_TOLD = 5;

  private final Voice voice;
  private final WeaveReport report = new WeaveReport();
  private final Set<String> compared = ConcurrentHashMap.newKeySet();
  private final AtomicInteger told = new AtomicInteger();
  private volatile String name = "MCP SDK";

  /** Replaced, never changed: each call looks into one of them. */
  private volatile Set<Transport> clients = EnumSet.noneOf(Transport.class);

  private volatile Set<Transport> servers = EnumSet.noneOf(Transport.class);
  private volatile @Nullable Map<String, Set<String>> expected;

  WatchedSdk(Voice voice) {
    this.voice = voice;
  }

  /** Hears of what is woven. */
  WeaveReport report() {
    return report;
  }

  /** A class was woven, or no place was found in it. */
  void woven(String className) {
    Map<String, Set<String>> places = expected;
    if (places != null) {
      compare(WeaveReport.simpleName(className), places);
    }
  }

  /**
   * The version is known.
   *
   * @param version as its jar says, "?" if it says none
   */
  void named(String version) {
    String taken = ", taken for " + TestedVersions.newest();
    if (!Places.isNumbered(version)) {
      name = "MCP SDK of unknown version" + taken;
    } else {
      name = "MCP SDK " + version + (Places.isNewer(version) ? taken : "");
    }
  }

  /** Compares what was woven with what a version should have, now and from now on. */
  void compareWith(String version, ClassLoader application) {
    Map<String, Set<String>> places = Places.expected(version);
    expected = places;
    for (String type : report.classes()) {
      compare(type, places);
      for (String needed : Places.neededBeside(type)) {
        if (application.getResource(needed + ".class") == null) {
          report(
              "has no class " + needed.replace('/', '.') + ", so calls are not seen",
              type + " needs it");
        }
      }
    }
  }

  private void compare(String type, Map<String, Set<String>> places) {
    Set<String> wanted = places.getOrDefault(type, Set.of());
    if (wanted.isEmpty() || !compared.add(type)) {
      return;
    }
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(report.places(type));
    int found = wanted.size() - missing.size();
    voice.say(LogLevel.DEBUG, type + ": " + found + " of " + wanted.size() + " places woven");
    if (!missing.isEmpty()) {
      report(
          "has no place for "
              + listed(missing, HookWords::hook)
              + ", so "
              + listed(missing, HookWords::of)
              + " may not be seen",
          type + ", " + found + " of " + wanted.size() + " places woven");
    }
  }

  private static String listed(Set<String> places, Function<String, String> words) {
    List<String> all = places.stream().map(words).distinct().toList();
    String last = all.get(all.size() - 1);
    return all.size() == 1
        ? last
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
  }

  /** A few sentences name what is missing; an SDK of which all is new needs no more. */
  private void report(String what, String where) {
    int count = told.incrementAndGet();
    if (count > MOST_TOLD) {
      return;
    }
    String fix = "use an SDK that was tested, " + TestedVersions.range() + ", or a newer mcpdiag";
    voice.report(new Problem(name + " " + what, where, fix));
    if (count == MOST_TOLD) {
      voice.say(LogLevel.WARN, "more places are missing, see mcpdiag.log.level=debug");
    }
  }

  @Override
  public void used(Side side, Transport transport) {
    if (!(side == Side.CLIENT ? clients : servers).contains(transport)) {
      tellOnce(side, transport);
    }
  }

  private synchronized void tellOnce(Side side, Transport transport) {
    Set<Transport> more = EnumSet.copyOf(side == Side.CLIENT ? clients : servers);
    if (!more.add(transport)) {
      return;
    }
    if (side == Side.CLIENT) {
      clients = more;
    } else {
      servers = more;
    }
    voice.say(LogLevel.INFO, StartLines.watched(name, side, transport));
  }
}

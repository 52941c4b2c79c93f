package dev.mcpdiag.config;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the agent's own options: agent argument, then system property, environment, file, default.
 * Whatever is wrong becomes one problem and the default; nothing is thrown.
 */
public final class SettingsReader {
  private static final String ENVIRONMENT_PREFIX = "MCPDIAG_";
  private static final String CTA_URL = "MCPDIAG_CTA_URL_";

  private final Problems problems;
  private final Map<String, Written> written = new HashMap<>();

  /** A value as the user wrote it, and where. */
  private record Written(String text, String where) {}

  private SettingsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads all options, once and on any thread.
   *
   * @param agentArgument what the JVM handed to the agent, null where nothing was given
   */
  public static Settings read(
      @Nullable String agentArgument, Surroundings surroundings, Problems problems) {
    if ((agentArgument == null || agentArgument.isBlank()) && !isAnythingSet(surroundings)) {
      // Most JVMs: no option is set. Loading the table would cost them 10 ms of CPU for nothing.
      return new Settings(Map.of());
    }
    SettingsReader reader = new SettingsReader(problems);
    reader.readAgentArgument(agentArgument == null ? "" : agentArgument);
    reader.readProperties(surroundings.systemProperties());
    reader.readEnvironment(surroundings.environment());
    Written file = reader.written.get(Options.CONFIG_FILE.key());
    if (file != null) {
      reader.readFile(file.text);
    }
    return reader.settings();
  }

  private static boolean isAnythingSet(Surroundings surroundings) {
    for (String name : surroundings.systemProperties().keySet()) {
      if (name.startsWith("mcpdiag.")) {
        return true;
      }
    }
    for (String name : surroundings.environment().keySet()) {
      if (name.startsWith(ENVIRONMENT_PREFIX)) {
        return true;
      }
    }
    return false;
  }

  /** The option of a key that is written with or without its prefix. */
  static @Nullable Option<?> option(String name) {
    return Options.named(name.startsWith(Option.PREFIX) ? name : Option.PREFIX + name);
  }

  private void readAgentArgument(String text) {
    String where = "agent argument";
    Map<String, String> last = new HashMap<>();
    for (AgentArgument.Piece piece : AgentArgument.pieces(text)) {
      if (option(piece.key()) != null && !piece.hasValue()) {
        String fix = "write " + piece.key() + "=<value>";
        problems.report(new Problem(piece.key() + " has no value", where, fix));
      } else {
        last.put(piece.key(), piece.value());
      }
    }
    addAll(last, where);
  }

  private void readProperties(Map<String, String> properties) {
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith(Option.PREFIX)) {
        add(name, properties.get(name), "system property");
      }
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    String where = "environment";
    Map<String, String> keys = new HashMap<>();
    for (String key : Options.byKey().keySet()) {
      keys.put(Option.environmentName(key), key);
    }
    for (String name : new TreeSet<>(environment.keySet())) {
      if (!name.startsWith(ENVIRONMENT_PREFIX)) {
        continue;
      }
      String key = name.startsWith(CTA_URL) ? ctaUrl(name) : keys.get(name);
      if (key != null) {
        add(key, environment.get(name), where);
      } else {
        unknown(name, where, Spelling.nearest(name, servedVariables()));
      }
    }
  }

  /** {@code mcpdiag.cta-url.OPEN_OAUTH}: its last part keeps its case. */
  private static String ctaUrl(String name) {
    return Option.PREFIX + "cta-url." + name.substring(CTA_URL.length());
  }

  private void readFile(String path) {
    addAll(SettingsFile.read(path, problems), "file " + Shown.text(path));
  }

  private void addAll(Map<String, String> values, String where) {
    for (String name : new TreeSet<>(values.keySet())) {
      add(name, values.get(name), where);
    }
  }

  private void add(String name, @Nullable String value, String where) {
    Option<?> option = option(name);
    if (option == null) {
      unknown(name, where, nearestKey(name));
    } else if (value != null && !value.isBlank()) {
      written.putIfAbsent(option.key(), new Written(value.strip(), where));
    }
  }

  private static @Nullable String nearestKey(String name) {
    boolean isFull = name.startsWith(Option.PREFIX);
    String full = isFull ? name : Option.PREFIX + name;
    int prefix = Option.PREFIX.length();
    String[] names = servedKeys().map(key -> key.substring(prefix)).toArray(String[]::new);
    String nearest = Spelling.nearest(full.substring(prefix), names);
    return nearest == null || !isFull ? nearest : Option.PREFIX + nearest;
  }

  /** What may be meant: nobody is led to a key that this version does not serve. */
  private static Stream<String> servedKeys() {
    return Options.byKey().values().stream().filter(Option::isServed).map(Option::key);
  }

  private static String[] servedVariables() {
    return servedKeys().map(Option::environmentName).toArray(String[]::new);
  }

  private void unknown(String name, String where, @Nullable String near) {
    String fix = near == null ? "see java -jar mcpdiag-agent.jar --config" : "did you mean " + near;
    if (name.startsWith("otel.")) {
      fix = "set it as system property or environment variable, as OpenTelemetry does";
    }
    problems.report(new Problem("unknown option " + Shown.text(name), where, fix));
  }

  private Settings settings() {
    Map<String, Object> values = new HashMap<>();
    for (String key : Options.byKey().keySet()) {
      Written text = written.remove(key);
      if (text != null) {
        settle(values, key, text);
      }
    }
    // What is left has no row of its own: keys with a part that varies.
    new TreeMap<>(written).forEach((key, text) -> settle(values, key, text));
    return new Settings(values);
  }

  private void settle(Map<String, Object> values, String key, Written text) {
    Option<?> option = Options.named(key);
    if (option != null && option.isServed()) {
      put(values, option, text);
    } else {
      String fix = "remove it, or take a newer mcpdiag";
      problems.report(new Problem(key + " is not in this version", text.where, fix));
    }
  }

  private <T> void put(Map<String, Object> values, Option<T> option, Written text) {
    try {
      T value = option.shape().read(text.text);
      if (value != null) {
        values.put(option.key(), value);
      }
    } catch (BadValue e) {
      String what = option.key() + "=" + Shown.text(text.text) + " " + e.what();
      String used = option.defaultText().isEmpty() ? "" : "; used now: " + option.defaultText();
      problems.report(new Problem(what, text.where, e.fix() + used));
    }
  }
}

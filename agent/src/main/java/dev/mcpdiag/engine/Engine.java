package dev.mcpdiag.engine;

import dev.mcpdiag.catalogue.CatalogueJson;
import dev.mcpdiag.catalogue.CatalogueText;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.SettingsReader;
import dev.mcpdiag.config.Surroundings;
import dev.mcpdiag.console.CommandLine;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.weave.Places;
import dev.mcpdiag.weave.TestedVersions;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate calls, by name. */
public final class Engine {
  /** An application that ends at once must not end before them; one with a full pipe must go on. */
  private static final Duration EARLY_LINES = Duration.ofMillis(200);

  private Engine() {}

  /**
   * Reads the settings and makes the weaver; no thread and no telemetry yet.
   *
   * @return null when {@code mcpdiag.enabled} is false
   */
  public static @Nullable ClassFileTransformer start(
      String arguments, Instrumentation instrumentation) {
    List<Problem> early = new ArrayList<>();
    Surroundings surroundings = Surroundings.ofThisJvm();
    Settings settings = SettingsReader.read(arguments, surroundings, early::add);
    Voice voice = Voice.of(settings, Threads.writer());
    Threads.tellFaultsTo(voice);
    early.forEach(voice::report);
    voice.flush(EARLY_LINES);
    JmxWatch jmx = new JmxWatch(instrumentation);
    return settings.isEnabled()
        ? new WatchedClasses(instrumentation, new Core(settings, surroundings, voice, jmx), jmx)
        : null;
  }

  /**
   * Answers the command line of the agent jar.
   *
   * @return text for stdout, text for stderr, exit code
   */
  public static Object[] commandLine(String[] arguments) {
    CommandLine.Answer answer =
        new CommandLine(
                Version.text(),
                CatalogueText::table,
                () -> CatalogueJson.document(Version.text()),
                Engine::places)
            .run(arguments);
    return new Object[] {answer.out(), answer.err(), answer.exitCode()};
  }

  private static String places() {
    List<String> lines = Places.lines();
    return "MCP SDK: tested with "
        + String.join(", ", TestedVersions.all())
        + "\n"
        + "places of hooks in "
        + TestedVersions.newest()
        + ", by class:\n  "
        + String.join("\n  ", lines);
  }
}

package dev.mcpdiag.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mcpdiag.config.Instrumentation;
import dev.mcpdiag.config.OptionsTable;
import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtelSettingsReader;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.SettingsReader;
import dev.mcpdiag.config.Surroundings;
import dev.mcpdiag.telemetry.ExportSettings;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An option that is in a table does something: another value of it changes what the settings say,
 * and what they say is asked for by the code that acts on it. What comes of it is shown by the
 * tests of that code.
 */
class OptionReadersTest {
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  /** A value that is not the default, and where it is to be seen. */
  private record Row(String value, Function<Settings, Object> seen) {}

  private static final Map<String, Row> OPTIONS = new LinkedHashMap<>();

  static {
    row("enabled", "false", Settings::isEnabled);
    row("server.names", "crm.example.com=crm", Settings::serverNames);
    row("trace-url", "http://localhost:16686/trace/{traceId}", Settings::traceUrl);
    row("console", "off", Settings::console);
    row("log.level", "debug", Settings::logLevel);
    row("log.file", "agent.log", Settings::logFile);
    row("telemetry", "off", Settings::telemetry);
    row("propagation", "false", Settings::isPropagating);
    row("instrumentation.client.enabled", "false", is(Instrumentation.CLIENT));
    row("instrumentation.server.enabled", "false", is(Instrumentation.SERVER));
    row("instrumentation.http.enabled", "false", is(Instrumentation.HTTP));
    row("instrumentation.stdio.enabled", "false", is(Instrumentation.STDIO));
    row("capture.arguments", "off", Settings::captureArguments);
    row("redact.keys", "shoe-size", Settings::redactKeys);
    row("redact.patterns", "CASE-[0-9]+", Settings::redactPatterns);
    row("extensions", "classifiers.jar", Settings::extensions);
    row("classifier.timeout", "5ms", Settings::classifierTimeout);
    row("rules.file", "rules.json", Settings::rulesFile);
    row("identity.enabled", "true", Settings::isIdentityExported);
    row("identity.raw", "true", Settings::isIdentityRaw);
    row("identity.key-file", "key", Settings::identityKeyFile);
    row("hung-after", "1s", Settings::hungAfter);
  }

  /** OpenTelemetry's variables by the name in the table, each with another value. */
  private static final Map<String, Map<String, String>> OTEL =
      Map.ofEntries(
          otel("OTEL_SERVICE_NAME", "shop"),
          otel("OTEL_RESOURCE_ATTRIBUTES", "a=b"),
          otel(ENDPOINT, "http://collector:4318"),
          otel("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
          otel("OTEL_EXPORTER_OTLP_HEADERS", "a=b"),
          otel("OTEL_EXPORTER_OTLP_TIMEOUT", "1"),
          otel("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"),
          otel("OTEL_EXPORTER_OTLP_CERTIFICATE", "pom.xml"),
          Map.entry("OTEL_EXPORTER_OTLP_CLIENT_KEY", keyAndCertificate()),
          Map.entry("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", keyAndCertificate()),
          otel("OTEL_PROPAGATORS", "none"),
          otel("OTEL_TRACES_SAMPLER", "always_off"),
          otel("OTEL_TRACES_SAMPLER_ARG", "0.5"),
          otel("OTEL_SDK_DISABLED", "true"),
          otel("OTEL_BSP_SCHEDULE_DELAY", "1"),
          otel("OTEL_BSP_MAX_QUEUE_SIZE", "1"),
          otel("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "1"),
          otel("OTEL_BSP_EXPORT_TIMEOUT", "1"),
          otel("OTEL_METRIC_EXPORT_INTERVAL", "1"),
          otel("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "lowmemory"));

  /** Rows for each signal, with what they are called in the table. */
  private static final Map<String, Map<String, String>> PER_SIGNAL =
      Map.of(
          "OTEL_{TRACES,METRICS,LOGS}_EXPORTER",
          Map.of("OTEL_@_EXPORTER", "none"),
          "OTEL_EXPORTER_OTLP_{TRACES,METRICS,LOGS}_*",
          Map.of(
              "OTEL_EXPORTER_OTLP_@_ENDPOINT", "http://collector:4318/all",
              "OTEL_EXPORTER_OTLP_@_PROTOCOL", "grpc",
              "OTEL_EXPORTER_OTLP_@_HEADERS", "a=b",
              "OTEL_EXPORTER_OTLP_@_TIMEOUT", "1",
              "OTEL_EXPORTER_OTLP_@_COMPRESSION", "gzip",
              "OTEL_EXPORTER_OTLP_@_CERTIFICATE", "pom.xml"));

  @Test
  void anotherValueOfEachOptionIsSeen(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("options"), "mcpdiag.console=off\n");
    OPTIONS.put("mcpdiag.config.file", new Row(file.toString(), Settings::console));
    assertEquals(keys(OptionsTable.markdown()), OPTIONS.keySet());
    Settings usual = settings(Map.of());
    OPTIONS.forEach(
        (key, row) ->
            assertNotEquals(
                row.seen.apply(usual), row.seen.apply(settings(Map.of(key, row.value))), key));
  }

  @Test
  void anotherValueOfEachVariableReachesTheExport() {
    Set<String> covered = new HashSet<>(OTEL.keySet());
    covered.addAll(PER_SIGNAL.keySet());
    assertEquals(keys(OptionsTable.otelMarkdown()), covered);
    OTEL.forEach((name, set) -> assertNotEquals(export(Map.of()), export(set), name));
    for (Map<String, String> names : PER_SIGNAL.values()) {
      names.forEach(OptionReadersTest::reachesEachSignalAlone);
    }
  }

  private static void reachesEachSignalAlone(String name, String value) {
    Set<ExportSettings> different = new HashSet<>(Set.of(export(Map.of())));
    for (String signal : List.of("TRACES", "METRICS", "LOGS")) {
      String variable = name.replace("@", signal);
      assertTrue(different.add(export(Map.of(variable, value))), variable);
    }
  }

  @Test
  void whatTheSettingsSayIsAskedFor() {
    List<String> unread = new ArrayList<>();
    Set<String> read = callsFromElsewhere(Settings.class, "dev.mcpdiag.config");
    for (Method method : Settings.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !read.contains(method.getName())) {
        unread.add("Settings." + method.getName());
      }
    }
    unread.addAll(unreadOf(OtelSettings.class, "dev.mcpdiag.config"));
    unread.addAll(unreadOf(OtelSettings.Batching.class, "dev.mcpdiag.config"));
    unread.addAll(unreadOf(OtelSettings.Sampling.class, "dev.mcpdiag.config"));
    unread.addAll(unreadOf(ExportSettings.class, "dev.mcpdiag.engine"));
    unread.addAll(unreadOf(ExportSettings.Target.class, "dev.mcpdiag.engine"));
    unread.addAll(unreadOf(ExportSettings.Batches.class, "dev.mcpdiag.engine"));
    assertEquals(List.of(), unread);
  }

  /** Shows that the test above finds what nobody asks for. */
  @Test
  void aMethodThatOnlyItsOwnPackageCallsHasNoReader() {
    assertFalse(callsFromElsewhere(Surroundings.class, "dev.mcpdiag.config").contains("variable"));
  }

  private static List<String> unreadOf(Class<?> record, String own) {
    Set<String> read = callsFromElsewhere(record, own);
    List<String> unread = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      if (!read.contains(component.getName())) {
        unread.add(record.getSimpleName() + "." + component.getName());
      }
    }
    return unread;
  }

  /** Names of the methods that classes of other packages call, and not the class itself. */
  private static Set<String> callsFromElsewhere(Class<?> type, String own) {
    Set<String> names = new HashSet<>();
    for (JavaClass caller : Classes.MAIN) {
      boolean isOwn = caller.getPackageName().equals(own) || caller.isEquivalentTo(type);
      for (JavaMethodCall call : isOwn ? Set.<JavaMethodCall>of() : calls(caller)) {
        if (call.getTargetOwner().isEquivalentTo(type)) {
          names.add(call.getName());
        }
      }
      if (!isOwn) {
        caller.getMethodReferencesFromSelf().stream()
            .filter(reference -> reference.getTargetOwner().isEquivalentTo(type))
            .forEach(reference -> names.add(reference.getName()));
      }
    }
    return names;
  }

  private static Set<JavaMethodCall> calls(JavaClass caller) {
    return caller.getMethodCallsFromSelf();
  }

  /** Read once, when it is needed. */
  private static final class Classes {
    static final Iterable<JavaClass> MAIN =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mcpdiag");
  }

  private static Set<String> keys(String markdown) {
    Set<String> keys = new TreeSet<>();
    Matcher matcher = FIRST_CELL.matcher(markdown);
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }

  private static Settings settings(Map<String, String> properties) {
    return SettingsReader.read(
        null, new Surroundings(properties, Map.of()), OptionReadersTest::isWrong);
  }

  private static ExportSettings export(Map<String, String> variables) {
    OtelSettings otel =
        OtelSettingsReader.read(
            new Surroundings(Map.of(), withArgument(variables)), OptionReadersTest::isWrong);
    return ExportMapping.of(otel, settings(Map.of()));
  }

  /** The ratio of a sampler is used by the samplers that have one. */
  private static Map<String, String> withArgument(Map<String, String> variables) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
    all.putAll(variables);
    return all;
  }

  private static void isWrong(dev.mcpdiag.problem.Problem problem) {
    throw new AssertionError(problem.sentence());
  }

  private static void row(String key, String value, Function<Settings, Object> seen) {
    OPTIONS.put("mcpdiag." + key, new Row(value, seen));
  }

  private static Function<Settings, Object> is(Instrumentation part) {
    return settings -> settings.isInstrumented(part);
  }

  private static Map.Entry<String, Map<String, String>> otel(String name, String value) {
    return Map.entry(name, Map.of(name, value));
  }

  private static Map<String, String> keyAndCertificate() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_CLIENT_KEY", "pom.xml",
        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "pom.xml");
  }
}

package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private final Given given = new Given();

  @Test
  void givesTheDefaultsWhereNothingIsSet() {
    Settings settings = given.settings();
    assertTrue(settings.isEnabled());
    assertEquals(ConsoleMode.LINE, settings.console());
    assertEquals(LogLevel.INFO, settings.logLevel());
    assertEquals(TelemetryOwner.AUTO, settings.telemetry());
    assertEquals(ArgumentCapture.NAMES, settings.captureArguments());
    assertEquals(Optional.empty(), settings.traceUrl());
    assertEquals(Map.of(), settings.serverNames());
    for (Instrumentation part : Instrumentation.values()) {
      assertTrue(settings.isInstrumented(part), part.name());
    }
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void prefersArgumentThenPropertyThenEnvironmentThenFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mcpdiag.properties");
    Files.writeString(
        file,
        "mcpdiag.console=off\nmcpdiag.telemetry=off\nmcpdiag.log.level=error\npropagation=false\n");
    Settings settings =
        given
            .argument("console=block")
            .property("mcpdiag.console", "line")
            .property("mcpdiag.telemetry", "own")
            .property("mcpdiag.config.file", file.toString())
            .variable("MCPDIAG_TELEMETRY", "app")
            .variable("MCPDIAG_LOG_LEVEL", "debug")
            .settings();
    assertEquals(ConsoleMode.BLOCK, settings.console());
    assertEquals(TelemetryOwner.OWN, settings.telemetry());
    assertEquals(LogLevel.DEBUG, settings.logLevel());
    assertFalse(settings.isPropagating(), "the file's value");
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void writesDashesAndDotsAsUnderscoresInTheEnvironment() {
    given
        .variable("MCPDIAG_TRACE_URL", "http://t/{traceId}")
        .variable("MCPDIAG_INSTRUMENTATION_STDIO_ENABLED", "false");
    Settings settings = given.settings();
    assertEquals(Optional.of("http://t/{traceId}"), settings.traceUrl());
    assertFalse(settings.isInstrumented(Instrumentation.STDIO));
  }

  @Test
  void saysWhatAnUnknownKeyWasProbablyMeantToBe() {
    given.argument("consle=block").settings();
    assertEquals("unknown option consle (agent argument): did you mean console", given.sentence());
  }

  @Test
  void findsUnknownPropertiesAndVariablesToo() {
    given
        .property("mcpdiag.trace-ulr", "http://t/{traceId}")
        .variable("MCPDIAG_REDACT_KEY", "x")
        .variable("MCPDIAG_ZZZ", "x")
        .settings();
    assertEquals(
        List.of(
            "unknown option mcpdiag.trace-ulr (system property): did you mean mcpdiag.trace-url",
            "unknown option MCPDIAG_REDACT_KEY (environment): did you mean MCPDIAG_REDACT_KEYS",
            "unknown option MCPDIAG_ZZZ (environment): see java -jar mcpdiag-agent.jar --config"),
        given.sentences());
  }

  @Test
  void keepsTheDefaultAndSaysSoWhereAValueIsBad() {
    assertEquals(ConsoleMode.LINE, given.argument("console=blok").settings().console());
    assertEquals(
        "mcpdiag.console=blok is not a value of this option (agent argument):"
            + " did you mean block? The values are block, line, off; used now: line",
        given.sentence());
  }

  @Test
  void switchesTheAgentOff() {
    assertFalse(given.variable("MCPDIAG_ENABLED", "FALSE").settings().isEnabled());
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void doesNotTakeAWordForAFlag() {
    assertTrue(given.property("mcpdiag.enabled", "yes").settings().isEnabled());
    assertEquals(
        "mcpdiag.enabled=yes is neither true nor false (system property):"
            + " write true or false; used now: true",
        given.sentence());
  }

  @Test
  void saysInOneSentenceThatAKeyIsNotInThisVersion() {
    given.argument("respond=structured").settings();
    assertEquals(
        "mcpdiag.respond is not in this version (agent argument):"
            + " remove it, or take a newer mcpdiag",
        given.sentence());
  }

  @Test
  void saysTheSameOfAValueThatIsNotInThisVersion() {
    Settings settings = given.variable("MCPDIAG_CAPTURE_ARGUMENTS", "values").settings();
    assertEquals(ArgumentCapture.NAMES, settings.captureArguments());
    assertEquals(
        "mcpdiag.capture.arguments=values is not in this version (environment):"
            + " use one of off, names; used now: names",
        given.sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "mcpdiag.console, json",
    "mcpdiag.console, logger",
    "mcpdiag.mdc, true",
    "mcpdiag.identity.sources, 'api,security'",
    "mcpdiag.cta-url.OPEN_OAUTH, https://app/oauth",
    "mcpdiag.server.contacts, crm=https://team/",
    "mcpdiag.docs-url, https://docs/",
    "mcpdiag.console.timestamps, true",
    "mcpdiag.respond.rules, crm=off",
    "mcpdiag.respond.standard-codes, true",
    "mcpdiag.exceptions, false",
    "mcpdiag.mask.keep, com.acme.*",
    "mcpdiag.capture.stderr, all",
    "mcpdiag.http.key-store, keys.p12",
    "mcpdiag.http.user-header, X-User",
    "mcpdiag.http.trusted-proxies, 10.0.0.1"
  })
  void saysSoOfEachKeyAndValueOfALaterVersionAlsoAsAVariable(String key, String value) {
    given.property(key, value).settings();
    assertTrue(given.sentence().contains(" is not in this version (system"), given.sentence());
    Given environment = new Given().variable(Option.environmentName(key), value);
    environment.settings();
    assertTrue(
        environment.sentence().contains(" is not in this version (environment)"),
        environment.sentence());
  }

  @Test
  void wantsThePlaceOfTheTraceIdInTheTraceUrl() {
    assertEquals(Optional.empty(), given.argument("trace-url=http://t/").settings().traceUrl());
    assertTrue(given.sentence().contains("has no {traceId} in it"), given.sentence());
  }

  @Test
  void saysThatTheSettingsFileDoesNotExist() {
    given.argument("config.file=/no/such.properties").settings();
    assertEquals(
        "cannot read the settings file, because it does not exist"
            + " (mcpdiag.config.file=/no/such.properties):"
            + " name a properties file that this process may read",
        given.sentence());
  }

  @Test
  void readsAroundMistakesInTheSettingsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.properties");
    Files.writeString(file, "mcpdiag.console=block\notel.service.name=x\nmcpdiag.consol=off\n");
    given.argument("config.file=" + file);
    assertEquals(ConsoleMode.BLOCK, given.settings().console());
    assertEquals(2, given.sentences().size(), given.sentences().toString());
  }

  @Test
  void survivesAFileThatIsNoPropertiesFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.properties");
    Files.writeString(file, "mcpdiag.console=\\uZZZZ\n");
    given.argument("config.file=" + file).settings();
    assertTrue(given.sentence().startsWith("cannot read the settings file"), given.sentence());
  }

  @Test
  void doesNotWaitForASettingsFileThatIsAFolder(@TempDir Path folder) {
    given.argument("config.file=" + folder).settings();
    assertTrue(given.sentence().contains("it is not a regular file"), given.sentence());
  }

  @Test
  void neverThrowsWhateverTheArgumentIs() {
    for (String text :
        List.of("", ";;,,", "=", "=x", "a", "enabled", "console=;=,;", "\u0000=\n")) {
      new Given().argument(text).settings();
    }
  }
}

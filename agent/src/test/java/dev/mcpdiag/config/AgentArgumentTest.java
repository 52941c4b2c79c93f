package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentArgumentTest {
  private final Given given = new Given();

  @Test
  void takesCommaAndSemicolonAndLeavesThePrefixOut() {
    Settings settings =
        given.argument("console=block, mcpdiag.propagation=false ;telemetry=own").settings();
    assertEquals(ConsoleMode.BLOCK, settings.console());
    assertFalse(settings.isPropagating());
    assertEquals(TelemetryOwner.OWN, settings.telemetry());
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void keepsTheCommasOfServerNames() {
    Settings settings =
        given.argument("server.names=localhost:8080=weather,npx=files,console=off").settings();
    assertEquals(Map.of("localhost:8080", "weather", "npx", "files"), settings.serverNames());
    assertEquals(ConsoleMode.OFF, settings.console());
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void findsAMistypedKeyAfterServerNamesWhereASemicolonOrThePrefixSaysSo() {
    given.argument("server.names=a=b;consle=off,mcpdiag.telemtry=off");
    assertEquals(Map.of("a", "b"), given.settings().serverNames());
    assertEquals(
        List.of(
            "unknown option consle (agent argument): did you mean console",
            "unknown option mcpdiag.telemtry (agent argument): did you mean mcpdiag.telemetry"),
        given.sentences());
  }

  @Test
  void keepsTheCommasOfLists() {
    Settings settings = given.argument("redact.keys=ssn,iban,console=off").settings();
    assertEquals(List.of("ssn", "iban"), settings.redactKeys());
    assertEquals(ConsoleMode.OFF, settings.console());
  }

  @Test
  void keepsTheCommasAndSemicolonsOfPatterns() {
    Settings settings =
        given.argument("redact.patterns=[0-9]{2,4},key=[;a]+,x(?:a,b);console=off").settings();
    assertEquals(List.of("[0-9]{2,4}", "key=[;a]+", "x(?:a,b)"), settings.redactPatterns());
    assertEquals(ConsoleMode.OFF, settings.console());
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void keepsTheSeparatorsOfATraceUrl() {
    String url = "https://g/explore?left=[\"now-1h\",\"now\",\"tempo\",{\"query\":\"{traceId}\"}]";
    Settings settings = given.argument("trace-url=" + url + ";console=off").settings();
    assertEquals(Optional.of(url), settings.traceUrl());
    assertEquals(ConsoleMode.OFF, settings.console());
  }

  @Test
  void lastOneWinsWhereAKeyStandsTwice() {
    assertEquals(ConsoleMode.OFF, given.argument("console=block;console=off").settings().console());
  }

  @Test
  void saysThatAKeyHasNoValue() {
    given.argument("console").settings();
    assertEquals("console has no value (agent argument): write console=<value>", given.sentence());
  }
}

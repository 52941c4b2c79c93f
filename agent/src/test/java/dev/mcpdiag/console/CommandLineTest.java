package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommandLineTest {
  private final CommandLine jar =
      new CommandLine("0.1.0", () -> "the codes\n", () -> "{}", () -> "the places");

  @Test
  void tellsVersionCodesAndOptions() {
    assertEquals(new CommandLine.Answer("mcpdiag 0.1.0\n", "", 0), jar.run("--version"));
    assertEquals(
        new CommandLine.Answer("mcpdiag 0.1.0\nthe places\n", "", 0),
        jar.run("--version", "--verbose"));
    assertEquals(new CommandLine.Answer("the codes\n", "", 0), jar.run("--codes"));
    assertEquals(new CommandLine.Answer("{}\n", "", 0), jar.run("--codes", "--json"));
    assertTrue(jar.run("--config").out().contains("mcpdiag.trace-url"));
  }

  @Test
  void helpsWhoeverAsksOrSaysNothing() {
    assertTrue(jar.run("--help").out().contains("-javaagent:mcpdiag-agent.jar"));
    assertEquals(jar.run("--help"), jar.run());
  }

  @Test
  void endsWithTwoAndTheHelpOnStderrForWhatItDoesNotKnow() {
    CommandLine.Answer answer = jar.run("--verison");
    assertEquals(2, answer.exitCode());
    assertEquals("", answer.out());
    assertTrue(answer.err().startsWith("mcpdiag does not know: --verison\n"), answer.err());
    assertTrue(answer.err().contains("--version"), answer.err());
  }
}

package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The example extension beside the agent, in a gallery that knows of neither. */
class ExampleExtensionIT {
  private static final String AGENT = "-javaagent:" + System.getProperty("agent.jar");
  private static final String EXTENSIONS =
      "extensions=" + System.getProperty("example.extension.jar");

  @Test
  void givesTheCatalogueACodeOfItsOwn() throws Exception {
    Run run = visit(AGENT + "=" + EXTENSIONS);

    assertEquals(0, run.exitCode(), run::stdout);
    assertTrue(run.stderr().contains("EXAMPLE_CATALOGUE_BUSY"), run::stderr);
  }

  @Test
  void isWhatMakesTheDifference() throws Exception {
    Run run = visit(AGENT);

    assertTrue(run.stderr().contains("MCP_TOOL_EXECUTION_FAILED"), run::stderr);
    assertTrue(!run.stderr().contains("EXAMPLE_CATALOGUE_BUSY"), run::stderr);
  }

  /** Without export: nothing listens. */
  private static Run visit(String agent) throws Exception {
    return Run.in(List.of(agent, "-Dotel.sdk.disabled=true"), "--only", "tool-error");
  }
}

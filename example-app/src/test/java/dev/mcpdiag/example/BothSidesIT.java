package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Client and server with the agent: each says what it knows, and one Debug ID joins it. */
class BothSidesIT {
  private static final Pattern FAILURE =
      Pattern.compile("\\[mcpdiag] (MCP_\\w+) .* debug id ([0-9a-f]{32})");

  @Test
  void nameAThrowingToolUnderOneDebugId() throws Exception {
    Run run =
        Run.in(
            List.of("-javaagent:" + System.getProperty("agent.jar")),
            "--only",
            "tool-throws",
            "--both-sides");

    Set<String> codes = new TreeSet<>();
    Set<String> debugIds = new TreeSet<>();
    Matcher failure = FAILURE.matcher(run.stderr());
    while (failure.find()) {
      codes.add(failure.group(1));
      debugIds.add(failure.group(2));
    }
    assertEquals(Set.of("MCP_INTERNAL_ERROR", "MCP_SERVER_ERROR"), codes, run::stderr);
    assertEquals(1, debugIds.size(), run::stderr);
  }
}

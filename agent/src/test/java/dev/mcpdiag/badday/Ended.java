package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/**
 * An application's run, as its user sees it.
 *
 * @param endMillis from its last line on stdout to the end of the process
 */
record Ended(int exit, String stdout, String stderr, long endMillis) {
  private static final String PREFIX = "[mcpdiag] ";

  /** What the agent said, without its prefix. */
  List<String> said() {
    return stderr
        .lines()
        .filter(line -> line.startsWith(PREFIX))
        .map(line -> line.substring(PREFIX.length()))
        .toList();
  }

  /** What the agent complained of: everything but the lines of an ordinary run. */
  List<String> complaints() {
    return said().stream()
        .filter(line -> !line.matches("(version|export:|MCP SDK|collector|summary|MCP_).*"))
        .map(line -> line.replaceFirst("^warning: ", ""))
        .toList();
  }

  /** Exit code, stdout and the application's own stderr are those of the run without the agent. */
  void isLike(Ended alone) {
    assertEquals(alone.stdout, stdout, () -> "stdout changed; stderr: " + stderr);
    assertEquals(alone.exit, exit, () -> "the exit code changed; stderr: " + stderr);
    assertEquals(
        List.of(),
        stderr
            .lines()
            .filter(line -> !line.startsWith(PREFIX) && !alone.stderr.contains(line))
            .toList(),
        "lines on stderr that neither the application nor the agent's voice wrote");
  }
}

package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Nobody hears the agent: the application goes on all the same. */
class BlockedStderrIT {
  @Test
  void itIsClosed() throws IOException {
    isUnchanged("exec \"$@\" 2>&-", "");
  }

  @Test
  void itIsAPipeThatIsFull() throws IOException {
    isUnchanged("head -c 65536 /dev/zero >&2; exec \"$@\"", "unknown=option");
  }

  private static void isUnchanged(String shell, String argument) throws IOException {
    try (Ports ports = new Ports()) {
      Ended alone = outing(ports, shell).run();
      Ended ended = outing(ports, shell).agent(argument).run();

      assertTrue(alone.stdout().endsWith("end\n"), alone::stdout);
      assertEquals(alone.stdout(), ended.stdout());
      assertEquals(alone.exit(), ended.exit());
    }
  }

  private static Outing outing(Ports ports, String shell) throws IOException {
    return new Outing(
            Outing.errand("id=x", "transport=streamable", "url=" + ports.refusing(), "op=init"))
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
        .option("-Dorg.slf4j.simpleLogger.log.io.modelcontextprotocol=off")
        .through(shell)
        .unreadStderr();
  }
}

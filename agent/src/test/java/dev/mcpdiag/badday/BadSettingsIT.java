package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A wrong setting costs one sentence that says what, where and how to mend it; nothing else. */
class BadSettingsIT {
  private static final String UNKNOWN = "unknown option %s (%s): did you mean %s";
  private static final String VALUE =
      "mcpdiag.log.level=loud is not a value of this option (%s): use one of debug, info, warn,"
          + " error, off; used now: info";
  private static final String LATER =
      "mcpdiag.store.capacity is not in this version (%s): remove it, or take a newer mcpdiag";

  @RegisterExtension
  static final RefusedApplication APPLICATION = new RefusedApplication("op=sleep 1");

  @Test
  void inTheAgentArgument() throws IOException {
    String argument = "consol=block;log.level=loud;store.capacity=7";
    says(
        APPLICATION.outing().agent(argument),
        UNKNOWN.formatted("consol", "agent argument", "console"),
        VALUE.formatted("agent argument"),
        LATER.formatted("agent argument"));
  }

  @Test
  void inSystemProperties() throws IOException {
    Outing outing = APPLICATION.outing().agent("").option("-Dmcpdiag.consol=block");
    says(
        outing.option("-Dmcpdiag.log.level=loud").option("-Dmcpdiag.store.capacity=1s"),
        UNKNOWN.formatted("mcpdiag.consol", "system property", "mcpdiag.console"),
        VALUE.formatted("system property"),
        LATER.formatted("system property"));
  }

  @Test
  void inTheEnvironment() throws IOException {
    Outing outing = APPLICATION.outing().agent("").variable("MCPDIAG_CONSOL", "block");
    says(
        outing.variable("MCPDIAG_LOG_LEVEL", "loud").variable("MCPDIAG_STORE_CAPACITY", "7"),
        UNKNOWN.formatted("MCPDIAG_CONSOL", "environment", "MCPDIAG_CONSOLE"),
        VALUE.formatted("environment"),
        LATER.formatted("environment"));
  }

  @Test
  void inTheFile() throws IOException {
    Path file = Files.createTempFile(LabSettings.target(), "bad", ".properties");
    Files.writeString(
        file, "mcpdiag.consol=block\nmcpdiag.log.level=loud\nmcpdiag.store.capacity=1s\n");
    String where = "file " + shown(file);
    says(
        APPLICATION.outing().agent("config.file=" + file),
        UNKNOWN.formatted("mcpdiag.consol", where, "mcpdiag.console"),
        VALUE.formatted(where),
        LATER.formatted(where));
  }

  @Test
  void forOpenTelemetrysConsoleExporter() throws IOException {
    says(
        APPLICATION.outing().agent("").variable("OTEL_TRACES_EXPORTER", "console"),
        "console is refused, because it writes to stdout, which is the wire of a stdio server"
            + " (OTEL_TRACES_EXPORTER): use otlp or none; otlp is used now, and"
            + " mcpdiag.console=block shows failures");
  }

  @Test
  void forALogFileThatCannotBeWritten() throws IOException {
    Path readOnly = Path.of("/sys/devices/system/cpu/online");
    Assumptions.assumeTrue(Files.isRegularFile(readOnly), "needs a file that root cannot write");
    says(
        APPLICATION.outing().agent("log.file=" + readOnly),
        "cannot write the log file, because this process may not write it; stderr is used"
            + " (mcpdiag.log.file="
            + readOnly
            + "): name a plain file in a folder that this process may write");
  }

  @Test
  void saysNothingAtAllWhenItIsOff() throws IOException {
    Ended ended = APPLICATION.outing().agent("enabled=false;console=block").run();

    ended.isLike(APPLICATION.alone());
    assertEquals(List.of(), ended.said());
  }

  private static void says(Outing outing, String... expected) throws IOException {
    Ended ended = outing.run();

    ended.isLike(APPLICATION.alone());
    assertEquals(
        List.of(expected).stream().sorted().toList(),
        ended.complaints().stream().sorted().toList(),
        "what the agent complained of");
    assertTrue(ended.stderr().contains("MCP_CONNECTION_REFUSED"), "it works all the same");
  }

  /** The agent shortens long names. */
  private static String shown(Path file) {
    String text = file.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}

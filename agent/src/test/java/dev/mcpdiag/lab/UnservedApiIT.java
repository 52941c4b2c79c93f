package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application over the SDK's second API, of which the agent sees nothing yet. */
class UnservedApiIT {
  private static final String VERSION = "2.2.0";

  @Test
  void isNamedOnceAndNothingSaysThatAllIsWell() throws IOException {
    String jars = LabJars.of(LabPom.plain(VERSION));
    Path classes =
        LabSources.compiled(
            LabSettings.apps().resolveSibling("modernapps"),
            LabSettings.target().resolve("sdk").resolve(VERSION).resolve("modern-classes"),
            jars);
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .agent(LabSettings.agentJar(), null)
            .variable("OTEL_SDK_DISABLED", "true");
    List<String> main = List.of("labapp.ModernApp", "http://127.0.0.1:1");
    try (ChildJvm jvm = launch.start(classes + File.pathSeparator + jars, main)) {
      assertEquals(0, jvm.await(Duration.ofSeconds(60)), jvm.stderrText());
      assertTrue(jvm.stdoutText().startsWith("failed: "), jvm::stdoutText);
      List<String> said =
          jvm.stderrText()
              .lines()
              .filter(line -> line.contains("calls there are not seen by this version"))
              .toList();
      assertEquals(1, said.size(), jvm.stderrText());
      assertTrue(said.get(0).contains("io.modelcontextprotocol.modern"), said::toString);
      assertFalse(jvm.stderrText().contains("MCP SDK " + VERSION + ":"), jvm.stderrText());
    }
  }
}

package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.hook.Companion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.weave.Places;
import dev.mcpdiag.weave.References;
import io.modelcontextprotocol.spec.McpdiagHook;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hook finds its place in every SDK version, and what comes out is sound. */
class HookTableIT {
  private static final Set<String> JDK_CALLS =
      Set.of("java/net/http/HttpClient", "java/lang/ProcessBuilder");

  /** The count of rows, and the hook of WebFlux, which only links where Spring is. */
  private static final Set<String> NOT_ON_THIS_CLASS_PATH = Set.of("ROWS", "WEB_CLIENT");

  static List<String> versions() throws IOException {
    List<String> versions = SdkVersions.all();
    LabJars.ofAll(versions);
    return versions;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void eachRowIsWovenWhereTheVersionHasIt(String version) throws IOException {
    try (WovenSdk sdk = new WovenSdk(version)) {
      assertEquals(
          Places.expected(version),
          sdk.report(),
          "put places.txt right if this is meant: " + PlacesFile.of(versions()));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void noExchangeAndNoProcessOfAClientGoesPastTheHook(String version) throws IOException {
    List<String> missed = new ArrayList<>();
    try (WovenSdk sdk = new WovenSdk(version)) {
      for (Map.Entry<String, byte[]> type : sdk.woven().entrySet()) {
        for (References.Member call :
            References.of(type.getValue(), JDK_CALLS::contains).members()) {
          if (call.name().startsWith("send") || call.name().equals("start")) {
            missed.add(type.getKey() + " calls " + call.owner() + '.' + call.name());
          }
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatIsWovenPassesTheVerifier(String version) throws Exception {
    try (WovenSdk sdk = new WovenSdk(version)) {
      for (String name : sdk.woven().keySet()) {
        // Initialising links, and the JVM verifies what it links.
        assertEquals(sdk, Class.forName(name, true, sdk).getClassLoader(), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void eachHookLinks(String version) throws Exception {
    List<Problem> problems = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    try (WovenSdk sdk = new WovenSdk(version)) {
      // Adapters keep their services until a hook runs; none runs here.
      Companion companion = new Companion(problems::add, null, null, null, true, true, null);
      Function<Object[], Object>[] adapters = companion.make(sdk, versions::add);
      assertEquals(List.of(), problems);
      assertEquals(List.of(version), versions);
      for (Field row : McpdiagHook.class.getFields()) {
        if (!NOT_ON_THIS_CLASS_PATH.contains(row.getName())) {
          assertNotNull(adapters[row.getInt(null)], "no adapter in row " + row.getName());
        }
      }
    }
  }

  /** The same in a JVM of its own, where the agent does it. */
  @ParameterizedTest
  @ValueSource(strings = {"0.10.0", "0.17.2", "1.1.5", "2.1.0", "2.2.0"})
  void theAgentSaysWhatItWatches(String version) throws IOException {
    Path folder = Files.createDirectories(LabSettings.target().resolve("lab").resolve("hooks"));
    Path errands =
        Files.writeString(
            folder.resolve(version + ".txt"),
            "id=hooks\ttransport=stdio\tmode=sync\tinitTimeout=4000\trequestTimeout=1500"
                + "\tcommand=no-such-program-in-the-lab\top=init\n");
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .agent(LabSettings.agentJar(), null)
            .variable("OTEL_TRACES_EXPORTER", "none")
            .variable("OTEL_LOGS_EXPORTER", "none")
            .variable("OTEL_METRICS_EXPORTER", "none");
    try (ChildJvm jvm =
        launch.start(SdkClasspath.of(version), List.of("labapp.LabApp", errands.toString(), "1"))) {
      assertEquals(0, jvm.await(Duration.ofSeconds(90)), jvm.stderrText());
      String said = jvm.stderrText();
      assertTrue(said.contains("[mcpdiag] MCP SDK " + version + ": client over stdio\n"), said);
      assertFalse(said.contains("warning"), said);
      assertFalse(said.contains("cannot be seen"), said);
      assertTrue(said.contains("MCP_STDIO_COMMAND_NOT_FOUND"), said);
    }
  }
}

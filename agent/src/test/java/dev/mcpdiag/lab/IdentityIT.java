package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.FailureClassifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom calls are made: said by the application, exported only when wanted, and then hashed. */
class IdentityIT {
  private static final Duration RUN = Duration.ofSeconds(90);
  private static final List<String> TOOLS =
      List.of("before", "inside", "nested", "between", "after", "reactive", "sad");

  @TempDir private Path folder = Path.of("");

  @Test
  void isAKeyedHashThatStaysTheSameOverRestarts() throws IOException {
    Path key = folder.resolve("identity.key");
    String argument = "identity.enabled=true;identity.key-file=" + key;
    Map<String, OtlpEvent> one = failures("2.1.0", argument);
    String alice = user(one, "inside");
    assertTrue(alice.matches("[0-9a-f]{32}"), alice);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertEquals(alice, user(one, "nested"), "the inner scope names no user");
    assertEquals(alice, user(one, "between"));
    for (String tool : List.of("before", "after", "sad")) {
      assertEquals("", user(one, tool), tool);
      assertEquals("", conversation(one, tool), tool);
    }
    assertNotEquals(conversation(one, "inside"), conversation(one, "nested"));
    assertEquals(conversation(one, "inside"), conversation(one, "between"));
    assertNotEquals(alice, user(one, "reactive"));
    assertTrue(user(one, "reactive").matches("[0-9a-f]{32}"), "across threads");
    for (OtlpEvent event : one.values()) {
      assertFalse(event.toString().contains("alice"), event::toString);
      assertFalse(event.toString().contains("chat-"), event::toString);
    }
    assertEquals(alice, user(failures("1.1.5", argument), "inside"));
  }

  @Test
  void isTheApplicationsOwnWordsWhereThatIsWanted() throws IOException {
    Map<String, OtlpEvent> raw = failures("2.1.0", "identity.enabled=true;identity.raw=true");
    assertEquals("alice@example.com", user(raw, "inside"));
    assertEquals("chat-8", conversation(raw, "nested"));
  }

  @Test
  void isNotExportedByDefault() throws IOException {
    for (OtlpEvent event : failures("2.1.0", null).values()) {
      assertEquals("", event.text("user.hash"), event::toString);
      assertEquals("", event.text("gen_ai.conversation.id"), event::toString);
    }
  }

  private static String conversation(Map<String, OtlpEvent> events, String tool) {
    return event(events, tool).text("gen_ai.conversation.id");
  }

  private static String user(Map<String, OtlpEvent> events, String tool) {
    return event(events, tool).text("user.hash");
  }

  private static OtlpEvent event(Map<String, OtlpEvent> events, String tool) {
    return Objects.requireNonNull(events.get(tool), tool);
  }

  /** Failures by tool. The application has the API jar. */
  private static Map<String, OtlpEvent> failures(String version, @Nullable String argument)
      throws IOException {
    McpPeer mcp =
        new McpPeer()
            .but("tools/call", Answers.rpcError(-32000, "out of stock"))
            .but(
                "tools/call sad",
                Answers.result(
                    "{\"content\":[{\"type\":\"text\",\"text\":\"no\"}],\"isError\":true}"));
    String api =
        FailureClassifier.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer = new HttpPeer(mcp);
        ChildJvm application =
            Front.launch(LabSettings.javaHomes().get(0), receiver)
                .agent(LabSettings.agentJar(), argument)
                .start(
                    SdkClasspath.of(version) + File.pathSeparator + api,
                    List.of(
                        "labapp.WhoApp",
                        "transport=streamable",
                        "url=http://127.0.0.1:" + peer.port(),
                        "requestTimeout=20000",
                        "initTimeout=60000"))) {
      assertEquals(0, application.await(RUN), application::stderrText);
      assertTrue(
          application.stdoutText().contains("found Optional[MCP_TOOL_EXECUTION_FAILED"),
          application::stdoutText);
      Map<String, OtlpEvent> events = new TreeMap<>();
      for (OtlpEvent event : receiver.awaitFailures(TOOLS.size(), Duration.ofSeconds(5))) {
        events.put(event.text("gen_ai.tool.name"), event);
      }
      assertEquals(List.copyOf(new java.util.TreeSet<>(TOOLS)), List.copyOf(events.keySet()));
      return events;
    }
  }
}

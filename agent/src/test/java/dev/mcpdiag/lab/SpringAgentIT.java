package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A model's tool loop in Spring AI wraps what the client throws: that is no second failure. */
class SpringAgentIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String SAD =
      "{\"content\":[{\"type\":\"text\",\"text\":\"no report\"}],\"isError\":true}";

  @TestFactory
  Stream<DynamicTest> hasOneEventForEachToolThatFails() {
    return versions().stream().map(version -> dynamicTest(version, () -> loop(version)));
  }

  private static List<String> versions() {
    return SdkVersions.areAskedFor()
        ? SdkVersions.chosenWithStreamable().stream().filter(SpringClasspath::hasCallbacks).toList()
        : List.of("2.0.1", "0.17.2");
  }

  private static void loop(String version) throws IOException {
    McpPeer mcp =
        new McpPeer()
            .but("tools/call sad", Answers.result(SAD))
            .but("tools/call refused", Answers.rpcError(-32050, "no seats left"))
            .but("tools/call broken", Answers.status(503));
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer = new HttpPeer(mcp);
        ChildJvm model =
            Front.launch(LabSettings.javaHomes().get(0), receiver)
                .agent(LabSettings.agentJar(), null)
                .start(
                    SpringClasspath.of(version),
                    List.of(
                        "labapp.AgentApp",
                        String.join(
                            "\t",
                            "transport=streamable",
                            "url=http://127.0.0.1:" + peer.port(),
                            "op=echo",
                            "op=sad",
                            "op=refused",
                            "op=broken")))) {
      assertEquals(0, model.await(LONGEST), () -> model.stdoutText() + model.stderrText());
      assertEquals(
          List.of(
              "sad MCP_TOOL_EXECUTION_FAILED",
              "refused MCP_SERVER_ERROR",
              "broken MCP_SERVER_UNAVAILABLE"),
          receiver.events().stream()
              .filter(OtlpEvent::isFailure)
              .map(event -> event.text("gen_ai.tool.name") + ' ' + event.text("mcpdiag.code"))
              .toList(),
          () -> model.stdoutText() + model.stderrText());
    }
  }
}

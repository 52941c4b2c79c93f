package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The SDK's server sometimes destroys the answer of a tool that throws at once
 * (design/sdk-old-api.md#pitfalls, 6). It takes many calls until it does; then both sides have to
 * name it.
 */
class LostAnswerIT {
  private static final List<String> VERSIONS = List.of("2.1.0", "0.17.2");
  private static final String REASON = "answer_destroyed";
  private static final Set<String> CUT = Set.of("MCP_CONNECTION_RESET", "MCP_STREAM_INTERRUPTED");
  private static final int ENOUGH = 3;
  private static final int MOST_CALLS = 600;

  @TestFactory
  List<DynamicTest> isNamedOnBothSides() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      if (VERSIONS.contains(version)) {
        tests.add(dynamicTest(version, () -> judge(run(version))));
      }
    }
    return tests;
  }

  private static void judge(List<OtlpEvent> events) {
    List<OtlpEvent> cut = events.stream().filter(LostAnswerIT::isCut).toList();
    assumeFalse(cut.isEmpty(), "the race did not show in " + MOST_CALLS + " calls");
    System.out.println(cut.size() + " destroyed answers among " + events.size() + " failures");
    List<String> wrong = new ArrayList<>();
    for (OtlpEvent client : cut) {
      String told = "client " + client.text("mcpdiag.code") + ' ' + client.text("mcpdiag.reason");
      if (!client.text("mcpdiag.reason").equals(REASON)) {
        wrong.add(told + ": " + client.text("mcpdiag.evidence"));
      }
      List<String> server =
          events.stream()
              .filter(e -> e.text("mcpdiag.side").equals("server"))
              .filter(e -> e.traceId().equals(client.traceId()))
              .map(e -> e.text("mcpdiag.code") + ' ' + e.text("mcpdiag.reason"))
              .toList();
      if (!server.equals(List.of("MCP_INTERNAL_ERROR " + REASON))) {
        wrong.add(told + ", server: " + server);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isCut(OtlpEvent event) {
    return event.text("mcpdiag.side").equals("client") && CUT.contains(event.text("mcpdiag.code"));
  }

  private static List<OtlpEvent> run(String version) throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Process server =
          ServerRun.start(
              ServerSetup.of(version, ServerWire.STREAMABLE),
              LabSettings.agentJar(),
              receiver,
              "streamable");
      try {
        String errand =
            "id=1\ttransport=streamable\top=atonce\tpath=/mcp\turl=http://127.0.0.1:"
                + ServerRun.ports(server)[0];
        ChildJvm.Launch launch =
            new ChildJvm.Launch(LabSettings.javaHomes().get(0))
                .agent(LabSettings.agentJar(), null)
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
                .variable("OTEL_SERVICE_NAME", "lab-client");
        try (ChildJvm client =
            launch.start(
                SdkClasspath.of(version),
                List.of("labapp.OftenApp", errand, "" + ENOUGH, "" + MOST_CALLS))) {
          client.await(Duration.ofMinutes(2));
          int calls = client.stdoutText().split("\n").length;
          receiver.awaitEvents(2 * calls, Duration.ofSeconds(5));
          return receiver.events().stream().filter(OtlpEvent::isFailure).toList();
        }
      } finally {
        server.destroyForcibly();
      }
    }
  }
}

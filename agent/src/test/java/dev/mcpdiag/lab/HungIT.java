package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A call that takes long is told of while it lasts, once, and on both sides. */
class HungIT {
  private static final String LIMIT = "hung-after=500ms";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration LAST = Duration.ofSeconds(10);

  @TestFactory
  List<DynamicTest> isToldOnceBeforeTheCallEnds() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      tests.add(
          SdkVersions.has(version, Scenario.Wire.STREAMABLE)
              ? dynamicTest(version + " on both sides", () -> overHttp(version))
              : dynamicTest(version + " at the client", () -> overStdio(version)));
    }
    return tests;
  }

  private static void overHttp(String version) throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver();
        ChildJvm server =
            launch(receiver)
                .start(SdkClasspath.of(version), List.of("labapp.FaultServer", "streamable"))) {
      String port = server.awaitLine("listening ", START).split(" ", -1)[1]; // the sync one
      List<OtlpEvent> events =
          visit(version, receiver, "streamable", "url=http://127.0.0.1:" + port);
      assertEquals(2, events.size(), events::toString);
      assertEquals(
          List.of("client", "server"),
          events.stream().map(event -> event.text("mcpdiag.side")).sorted().toList());
      assertEquals(events.get(0).traceId(), events.get(1).traceId(), "both in one trace");
      assertNotEquals(events.get(0).spanId(), events.get(1).spanId());
    }
  }

  private static void overStdio(String version) throws IOException {
    Path program = LabSettings.target().resolve("lab").resolve(version).resolve("slow.sh");
    new StdioPeer().atCall("sleep 2.5; fine").write(program);
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      List<OtlpEvent> events = visit(version, receiver, "stdio", "command=" + program);
      assertEquals(1, events.size(), events::toString);
    }
  }

  /** Two quick calls and a slow one, all of which succeed; what was said of them. */
  private static List<OtlpEvent> visit(
      String version, OtlpReceiver receiver, String transport, String place) throws IOException {
    String[] settings = {
      "transport=" + transport, place, "requestTimeout=20000", "initTimeout=60000"
    };
    try (Front front = new Front(launch(receiver), version, settings)) {
      for (String tool : List.of("echo", "pause", "echo")) {
        String answer = front.ask(tool);
        assertTrue(answer.startsWith("200 "), answer);
      }
      receiver.awaitEvents(1, LAST);
      assertEquals(0, front.end(), () -> front.jvm().stderrText());
    }
    assertTrue(receiver.events().stream().noneMatch(OtlpEvent::isFailure), "nothing failed");
    List<OtlpEvent> hung =
        receiver.events().stream()
            .filter(event -> event.name().equals("mcpdiag.hung"))
            .filter(event -> !event.text("mcp.method.name").equals("initialize"))
            .toList();
    hung.forEach(HungIT::judge);
    return hung;
  }

  private static void judge(OtlpEvent event) {
    assertEquals("pause", event.text("gen_ai.tool.name"), event::toString);
    assertEquals("warning", event.text("mcpdiag.severity"));
    assertEquals(event.traceId(), event.text("mcpdiag.trace_id"));
    double elapsed = Double.parseDouble(event.text("mcpdiag.elapsed_ms"));
    assertTrue(elapsed >= 500 && elapsed < 2_500, "while it lasts, not after " + elapsed + " ms");
  }

  private static ChildJvm.Launch launch(OtlpReceiver receiver) {
    return Front.launch(LabSettings.javaHomes().get(0), receiver)
        .agent(LabSettings.agentJar(), LIMIT);
  }
}

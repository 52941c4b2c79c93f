package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Beside the OpenTelemetry agent, before it and behind it on the command line. */
class OtelAgentIT {
  private static final Duration LAST = Duration.ofSeconds(20);

  @TestFactory
  Stream<DynamicTest> ourSpansAreInItsTraces() {
    return Stream.of(true, false)
        .map(first -> dynamicTest(first ? "ours first" : "ours last", () -> both(first)));
  }

  private static void both(boolean isFirst) throws IOException {
    List<String> bodies = new CopyOnWriteArrayList<>();
    McpPeer mcp = new McpPeer().but("tools/call broken", Answers.rpcError(-32000, "out of stock"));
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer =
            new HttpPeer(
                (request, connection) -> {
                  bodies.add(request.body());
                  mcp.to(request, connection);
                });
        Front front =
            new Front(
                launch(isFirst, receiver),
                "2.1.0",
                "transport=streamable",
                "url=http://127.0.0.1:" + peer.port(),
                "requestTimeout=20000",
                "initTimeout=40000")) {
      String fine = front.ask("echo");
      assertTrue(fine.startsWith("200 "), fine);
      String broken = front.ask("broken");
      assertTrue(broken.startsWith("502 "), broken);
      receiver.awaitFailures(1, LAST);
      assertEquals(0, front.end(), () -> front.jvm().stderrText());
      judge(receiver, bodies);
    }
  }

  private static ChildJvm.Launch launch(boolean isFirst, OtlpReceiver receiver) {
    Path other = LabSettings.target().resolve("otel-agent").resolve("opentelemetry-javaagent.jar");
    ChildJvm.Launch launch = Front.launch(LabSettings.javaHomes().get(0), receiver);
    launch.option("-XX:TieredStopAtLevel=1");
    if (isFirst) {
      launch.agent(LabSettings.agentJar(), null);
    }
    launch.agent(other, null);
    return isFirst ? launch : launch.agent(LabSettings.agentJar(), null);
  }

  private static void judge(OtlpReceiver receiver, List<String> bodies) {
    for (String tool : List.of("echo", "broken")) {
      OtlpSpan call = span(receiver, "CLIENT", "tools/call " + tool);
      OtlpSpan above =
          receiver.spans().stream()
              .filter(span -> span.spanId().equals(call.parentSpanId()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("an orphan: " + call + receiver.spans()));
      assertEquals("SERVER", above.kind(), "the request that the call was made for");
      assertEquals("/" + tool, above.text("url.path"));
      String parent = "\"traceparent\":\"00-" + call.traceId() + "-" + call.spanId() + "-0";
      assertTrue(
          bodies.stream().anyMatch(body -> body.contains(parent)),
          () -> "no message carries " + parent + ": " + bodies);
    }
    OtlpSpan broken = span(receiver, "CLIENT", "tools/call broken");
    List<OtlpEvent> events = receiver.failures();
    assertEquals(1, events.size(), () -> "events: " + events);
    assertEquals(broken.traceId(), events.get(0).traceId());
    assertEquals(broken.spanId(), events.get(0).spanId());
    String collector = receiver.endpoint().substring(receiver.endpoint().lastIndexOf(':') + 1);
    assertTrue(
        receiver.spans().stream().noneMatch(span -> span.text("server.port").equals(collector)),
        () -> "a span describes an export: " + receiver.spans());
  }

  private static OtlpSpan span(OtlpReceiver receiver, String kind, String name) {
    List<OtlpSpan> found =
        receiver.spans().stream()
            .filter(span -> span.kind().equals(kind) && span.name().equals(name))
            .toList();
    assertEquals(1, found.size(), () -> kind + " " + name + " in " + receiver.spans());
    return found.get(0);
  }
}

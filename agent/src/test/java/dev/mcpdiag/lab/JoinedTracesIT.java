package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An application with its own OpenTelemetry SDK: our spans are part of its traces. */
class JoinedTracesIT {
  private static final Duration RUN = Duration.ofMinutes(2);
  private static final Duration LAST = Duration.ofSeconds(5);

  @TestFactory
  Stream<DynamicTest> callsAndHandlersAreInTheTraceOfTheApplication() {
    return SdkVersions.chosen().stream().map(version -> dynamicTest(version, () -> shop(version)));
  }

  private static void shop(String version) throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver();
        ChildJvm shop =
            Front.launch(LabSettings.javaHomes().get(0), receiver)
                .agent(LabSettings.agentJar(), null)
                .start(OtelClasspath.of(version), shop(version, receiver))) {
      int exit = shop.await(RUN);
      assertEquals(0, exit, () -> shop.stdoutText() + shop.stderrText());
      receiver.awaitFailures(4, LAST);
      for (String way : List.of("sync", "async")) {
        checkout(way, shop.stdoutText(), receiver);
      }
      assertTrue(
          receiver.spans().stream()
              .allMatch(span -> "shop".equals(span.resource().get("service.name"))),
          () -> "every span goes through the application: " + receiver.spans());
    }
  }

  private static List<String> shop(String version, OtlpReceiver receiver) {
    boolean isOld = !SdkVersions.has(version, Scenario.Wire.STREAMABLE);
    return List.of("labapp.ShopApp", receiver.endpoint(), isOld ? "sse" : "streamable");
  }

  @Test
  void ownMeansBesideTheApplicationsTelemetry() throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver();
        ChildJvm shop =
            Front.launch(LabSettings.javaHomes().get(0), receiver)
                .agent(LabSettings.agentJar(), "mcpdiag.telemetry=own")
                .start(OtelClasspath.of("2.1.0"), shop("2.1.0", receiver))) {
      assertEquals(0, shop.await(RUN), () -> shop.stdoutText() + shop.stderrText());
      receiver.awaitFailures(4, LAST);
      String trace = lastWord(shop.stdoutText(), "checkout sync");
      for (OtlpSpan span : receiver.spans()) {
        boolean isOurs = !span.kind().equals("INTERNAL");
        assertEquals(isOurs ? "front" : "shop", span.resource().get("service.name"));
        assertTrue(!isOurs || !span.traceId().equals(trace), () -> "not in its trace: " + span);
      }
    }
  }

  @Test
  void appMeansThatNothingIsSentWithoutTheApplicationsTelemetry() throws IOException {
    McpPeer mcp = new McpPeer().but("tools/call broken", Answers.status(503));
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer = new HttpPeer(mcp);
        Front front =
            new Front(
                Front.launch(LabSettings.javaHomes().get(0), receiver)
                    .agent(LabSettings.agentJar(), "mcpdiag.telemetry=app"),
                "2.1.0",
                "transport=streamable",
                "url=http://127.0.0.1:" + peer.port())) {
      assertTrue(front.ask("broken").startsWith("502 "));
      assertEquals(0, front.end());
      assertEquals(List.of(), receiver.spans());
      assertEquals(List.of(), receiver.events());
      String stderr = front.jvm().stderrText();
      assertTrue(stderr.contains("MCP_SERVER_UNAVAILABLE"), "the console still tells: " + stderr);
    }
  }

  private static void checkout(String way, String out, OtlpReceiver receiver) {
    String trace = lastWord(out, "checkout " + way);
    assertEquals(trace, lastWord(out, "packing " + way), "what a log line in the tool shows");
    List<OtlpSpan> spans =
        receiver.spans().stream().filter(span -> span.traceId().equals(trace)).toList();
    OtlpSpan checkout = one(spans, "INTERNAL", "checkout " + way);
    for (String tool : List.of("pack", "ship")) {
      OtlpSpan call = one(spans, "CLIENT", "tools/call " + tool);
      OtlpSpan served = one(spans, "SERVER", "tools/call " + tool);
      assertEquals(checkout.spanId(), call.parentSpanId(), "the call is the checkout's");
      assertEquals(call.spanId(), served.parentSpanId(), "the handling is the call's");
      if (tool.equals("pack")) {
        OtlpSpan inner = one(spans, "INTERNAL", "pack " + way);
        assertEquals(served.spanId(), inner.parentSpanId(), "the tool's own span is inside");
      } else {
        failure(receiver, call);
        failure(receiver, served);
      }
    }
    assertEquals(6, spans.size(), () -> "nothing else: " + spans);
  }

  private static void failure(OtlpReceiver receiver, OtlpSpan span) {
    List<OtlpEvent> events =
        receiver.events().stream()
            .filter(event -> event.isFailure() && event.spanId().equals(span.spanId()))
            .toList();
    assertEquals(1, events.size(), () -> "events of " + span + ": " + receiver.events());
    assertEquals(span.traceId(), events.get(0).traceId());
    assertEquals(span.text("mcpdiag.code"), events.get(0).text("mcpdiag.code"));
    assertEquals("front", events.get(0).resource().get("service.name"), "the event is ours");
  }

  private static OtlpSpan one(List<OtlpSpan> spans, String kind, String name) {
    List<OtlpSpan> found =
        spans.stream().filter(s -> s.kind().equals(kind) && s.name().equals(name)).toList();
    assertEquals(1, found.size(), () -> kind + " " + name + " in " + spans);
    return found.get(0);
  }

  private static String lastWord(String out, String start) {
    return out.lines()
        .filter(line -> line.startsWith(start + " "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line \"" + start + "\" in: " + out));
  }
}

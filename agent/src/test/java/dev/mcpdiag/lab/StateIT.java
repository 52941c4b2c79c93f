package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a server stands: as events, as a gauge, and to whoever looks through JMX. */
class StateIT {
  private static final Duration LAST = Duration.ofSeconds(10);
  private static final String GAUGE = "mcpdiag.server.state";

  @TestFactory
  List<DynamicTest> followsWhatIsHeardOfTheServer() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : SdkVersions.ends()) {
      tests.add(
          SdkVersions.has(version, Scenario.Wire.STREAMABLE)
              ? dynamicTest(version + " over HTTP", () -> overHttp(version, "streamable"))
              : dynamicTest(version + " over stdio", () -> overStdio(version)));
    }
    for (String version : SdkVersions.areAskedFor() ? SdkVersions.chosen() : List.of("0.17.2")) {
      if (SdkVersions.has(version, Scenario.Wire.WEBFLUX)) {
        tests.add(dynamicTest(version + " over WebFlux", () -> overHttp(version, "webflux")));
      }
    }
    return tests;
  }

  private static void overHttp(String version, String transport) throws IOException {
    McpPeer mcp =
        new McpPeer()
            .but("tools/call broken", Answers.status(503))
            .but("tools/call secret", Answers.status(401))
            .but("tools/call sad", Answers.rpcError(-32000, "out of stock"));
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer = new HttpPeer(mcp)) {
      String name = "127.0.0.1:" + peer.port();
      Path classes =
          LabSettings.target().resolve("lab").resolve(version).resolve(transport + "-state.log");
      Files.createDirectories(classes.getParent());
      try (Front front = front(version, receiver, classes, transport, "url=http://" + name)) {
        ask(front, "200", "echo");
        ask(front, "502", "sad", "broken");
        assertFalse(Files.readString(classes).contains(" javax.management."), "nobody asked yet");
        try (JmxLook look = new JmxLook(front.jvm().pid())) {
          judgeError(look.status(name));
          ask(front, "200", "echo");
          assertEquals("connected", look.status(name).get("connectionState"));
          ask(front, "502", "secret");
          Map<String, Object> locked = look.status(name);
          assertEquals("auth_required", locked.get("connectionState"));
          assertEquals(true, locked.get("requiresOAuth"));
        }
        ask(front, "200", "echo");
        assertEquals(0, front.end(), () -> front.jvm().stderrText());
      }
      receiver.awaitMetric(GAUGE, LAST);
      assertEquals(
          List.of(
              "disconnected > connecting",
              "connecting > connected",
              "connected > error because of MCP_SERVER_UNAVAILABLE",
              "error > connected",
              "connected > auth_required because of MCP_AUTH_REQUIRED",
              "auth_required > connected",
              "connected > disconnected"),
          changes(receiver, name));
      assertEquals(
          Map.of(
              "connected", 0, "connecting", 0, "disconnected", 1, "error", 0, "auth_required", 0),
          gauge(receiver, name));
    }
  }

  private static void judgeError(Map<String, Object> status) {
    assertEquals("error", status.get("connectionState"));
    assertEquals(false, status.get("requiresOAuth"));
    Instant since = Instant.parse(String.valueOf(status.get("since")));
    Instant success = Instant.parse(String.valueOf(status.get("lastSuccessAt")));
    assertTrue(success.isBefore(since), status::toString);
    @SuppressWarnings("unchecked")
    Map<String, Object> error =
        (Map<String, Object>) Objects.requireNonNull(status.get("lastError"));
    assertEquals("MCP_SERVER_UNAVAILABLE", error.get("code"));
    assertEquals("transient", error.get("failureType"));
    assertEquals(true, error.get("retryable"));
    assertTrue(String.valueOf(error.get("traceId")).matches("[0-9a-f]{32}"), error::toString);
    assertTrue(String.valueOf(error.get("message")).contains("127.0.0.1"), error::toString);
    Instant.parse(String.valueOf(error.get("at")));
  }

  private static void overStdio(String version) throws IOException {
    Path program = LabSettings.target().resolve("lab").resolve(version).resolve("standing.sh");
    new StdioPeer().atCall("exit 3").write(program);
    try (OtlpReceiver receiver = new OtlpReceiver();
        Front front = front(version, receiver, null, "stdio", "command=" + program)) {
      ask(front, "200", "echo");
      ask(front, "502", "broken");
      assertEquals(0, front.end(), () -> front.jvm().stderrText());
      receiver.awaitMetric(GAUGE, LAST);
      assertEquals(
          List.of(
              "disconnected > connecting",
              "connecting > connected",
              "connected > error because of MCP_STDIO_PROCESS_EXITED"),
          changes(receiver, "standing.sh"));
    }
  }

  @Test
  void theEndOfAllIsNoFailureOfAServer() throws IOException {
    Path program = LabSettings.target().resolve("lab").resolve("ended.sh");
    new StdioPeer().write(program);
    try (OtlpReceiver receiver = new OtlpReceiver();
        Front front = front("2.1.0", receiver, null, "stdio", "command=" + program)) {
      ask(front, "200", "echo");
      front.jvm().terminateAll();
      front.jvm().await(LAST);
      receiver.awaitMetric(GAUGE, LAST);
      assertEquals(List.of(), receiver.failures());
    }
  }

  private static Front front(
      String version, OtlpReceiver receiver, @Nullable Path classes, String transport, String place)
      throws IOException {
    ChildJvm.Launch launch =
        Front.launch(LabSettings.javaHomes().get(0), receiver)
            .agent(LabSettings.agentJar(), null)
            .variable("OTEL_METRICS_EXPORTER", "otlp");
    if (classes != null) {
      launch.option("-Xlog:class+load:file=" + classes + "::filecount=0");
    }
    return new Front(
        launch,
        version,
        "transport=" + transport,
        place,
        "requestTimeout=4000",
        "initTimeout=60000");
  }

  private static void ask(Front front, String status, String... tools) throws IOException {
    for (String tool : tools) {
      String answer = front.ask(tool);
      assertTrue(answer.startsWith(status), tool + " gave " + answer);
    }
  }

  private static List<String> changes(OtlpReceiver receiver, String server) {
    return receiver.events().stream()
        .filter(event -> event.name().equals("mcpdiag.state"))
        .filter(event -> event.text("mcpdiag.server.name").equals(server))
        .map(StateIT::words)
        .toList();
  }

  private static String words(OtlpEvent event) {
    String code = event.text("mcpdiag.code");
    return event.text("mcpdiag.state.previous")
        + " > "
        + event.text("mcpdiag.state")
        + (code.isEmpty() ? "" : " because of " + code);
  }

  private static Map<String, Integer> gauge(OtlpReceiver receiver, String server) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    receiver.metrics().stream()
        .filter(point -> point.name().equals(GAUGE))
        .filter(point -> point.text("mcpdiag.server.name").equals(server))
        .forEach(point -> levels.put(point.text("mcpdiag.state"), (int) point.value()));
    return levels;
  }
}

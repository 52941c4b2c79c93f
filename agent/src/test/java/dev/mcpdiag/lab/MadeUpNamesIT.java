package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Peers that make up names without end fill neither metrics nor the console
 * (reference/metrics.md#bounds).
 */
class MadeUpNamesIT {
  private static final String VERSION = "2.1.0";
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int MANY = 3_000;
  private static final int SESSIONS = 300;
  private static final int SERVERS = 300;
  private static final long CALLS_OF_EACH = 20;
  private static final int AT_ONCE = 16;

  private static final String TOOL = "gen_ai.tool.name";
  private static final String PROMPT = "gen_ai.prompt.name";
  private static final String METHOD = "mcp.method.name";
  private static final String CLIENT = "mcp.client.operation.duration";
  private static final String SERVER = "mcp.server.operation.duration";

  @Test
  void leaveEachRealToolItsSeriesOnBothSides() throws Exception {
    try (OtlpReceiver ofServer = new OtlpReceiver();
        OtlpReceiver ofClient = new OtlpReceiver();
        ChildJvm server = launch(ofServer).start(classpath(), List.of("labapp.FloodServer"))) {
      String port = server.awaitLine("listening ", LONGEST).substring("listening ".length());
      String url = "http://127.0.0.1:" + port;
      FloodRun client = client(ofClient, "names", MANY, "url=" + url, "path=/mcp");
      flood(URI.create(url + "/mcp"));
      FloodRun served = ended(server, ofServer);

      System.out.println("server " + served.by("mcpdiag.failures", "mcpdiag.code"));
      System.out.println("client " + client.by("mcpdiag.failures", "mcpdiag.code"));
      seesRealToolsOnly(served, SERVER);
      assertTrue(served.series(SERVER).size() < 50, () -> "" + served.series(SERVER).keySet());
      assertEquals(MANY, served.by(SERVER, METHOD).get("other"));
      seesRealToolsOnly(client, CLIENT);
      assertTrue(client.series(CLIENT).size() < 50, () -> "" + client.series(CLIENT).keySet());
      isShortAndComplete(served);
      isShortAndComplete(client);
    }
  }

  @Test
  void ofServersShareLabelsAndLines() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      FloodRun run = client(receiver, "servers", SERVERS, "path=/mcp");
      assertFalse(run.isOverflowing());
      Map<String, Long> places = run.by(CLIENT, "server.port");
      assertEquals(201, places.size(), places::toString);
      assertEquals(100L, places.get(""));
      assertEquals(Set.of("127.0.0.1", "other"), run.by(CLIENT, "server.address").keySet());
      Map<String, Long> names = run.by("mcpdiag.failures", "mcpdiag.server.name");
      assertEquals(201, names.size(), names::toString);
      assertEquals(100L, names.get("other"));
      assertEquals(200, run.by("mcpdiag.server.state", "mcpdiag.server.name").size());
      assertEquals(SERVERS, FloodRun.sum(names.values()));
      isShortAndComplete(run);
    }
  }

  private static void seesRealToolsOnly(FloodRun run, String metric) {
    assertFalse(run.isOverflowing(), "a series overflows");
    Map<String, Long> tools = run.by(metric, TOOL);
    Set<String> expected = new TreeSet<>(Set.of(""));
    for (int i = 0; i < 20; i++) {
      expected.add("real-" + i);
      assertEquals(CALLS_OF_EACH, tools.get("real-" + i), tools::toString);
    }
    assertEquals(expected, tools.keySet());
    assertEquals(MANY + 20 * CALLS_OF_EACH, run.by(metric, METHOD).get("tools/call"));
    assertEquals(Set.of(""), run.by(metric, PROMPT).keySet());
    assertEquals(MANY, run.by(metric, METHOD).get("prompts/get"));
    assertEquals(MANY / 10, run.by(metric, METHOD).get("resources/read"));
  }

  /** Few lines, and each failure is printed or counted. */
  private static void isShortAndComplete(FloodRun run) {
    long failed = FloodRun.sum(run.by("mcpdiag.failures", "mcpdiag.code").values());
    System.out.printf(
        "%d failures, %d lines, series: %d durations, %d failures%n",
        failed,
        run.lines().size(),
        Math.max(run.series(CLIENT).size(), run.series(SERVER).size()),
        run.series("mcpdiag.failures").size());
    assertTrue(run.lines().size() < 250, () -> run.lines().size() + " lines");
    assertEquals(failed, run.told(), () -> String.join("\n", run.lines()));
    assertEquals(failed, run.failedInSummary(), run::stderr);
  }

  private static FloodRun client(OtlpReceiver receiver, String word, int many, String... fields)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("labapp.FloodApp", word, "" + many));
    command.addAll(List.of("transport=streamable", "requestTimeout=60000", "initTimeout=60000"));
    command.addAll(List.of(fields));
    try (ChildJvm client = launch(receiver).start(classpath(), command)) {
      client.awaitLine("done", LONGEST);
      return ended(client, receiver);
    }
  }

  private static FloodRun ended(ChildJvm jvm, OtlpReceiver receiver) throws IOException {
    jvm.terminate();
    jvm.await(LONGEST);
    return new FloodRun(receiver.metrics(), jvm.stderrText());
  }

  private static String classpath() throws IOException {
    return SdkClasspath.of(VERSION);
  }

  private static ChildJvm.Launch launch(OtlpReceiver receiver) {
    return new ChildJvm.Launch(LabSettings.javaHomes().get(0))
        .agent(LabSettings.agentJar(), null)
        .option("-XX:TieredStopAtLevel=1")
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .variable("OTEL_TRACES_EXPORTER", "none")
        .variable("OTEL_LOGS_EXPORTER", "none");
  }

  /** Sessions of clients that are never called the same, and methods that nobody knows. */
  private static void flood(URI server) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    Semaphore room = new Semaphore(AT_ONCE);
    String session = "";
    for (int i = 0; i <= SESSIONS; i++) {
      String hello =
          "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"made-up-"
              + i
              + "\",\"version\":\"1\"}}";
      HttpResponse<String> answer = send(client, server, null, "initialize", hello, room).join();
      session = answer.headers().firstValue("mcp-session-id").orElseThrow();
    }
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(send(client, server, session, "made/up-" + i, "{}", room));
    }
    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
  }

  private static CompletableFuture<HttpResponse<String>> send(
      HttpClient client,
      URI server,
      @Nullable String session,
      String method,
      String params,
      Semaphore room)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream");
    if (session != null) {
      request.header("Mcp-Session-Id", session);
    }
    String message = "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"%s\",\"params\":%s}";
    String body = message.formatted(method, params);
    room.acquire();
    return client
        .sendAsync(
            request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString())
        .whenComplete((answer, failure) -> room.release());
  }
}

package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What came of one server JVM, or of two where a server needs stdin for itself.
 *
 * @param answers by mode and id of the request
 * @param stdout lines of a stdio server
 */
record ServerRun(
    Map<String, Map<String, String>> answers,
    List<OtlpEvent> failures,
    List<OtlpSpan> spans,
    List<String> stdout,
    Duration took) {

  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(6);

  /**
   * Asks a server everything.
   *
   * @param agent null: the server alone
   */
  static ServerRun of(ServerSetup setup, @Nullable Path agent) throws IOException {
    long start = System.nanoTime();
    Map<String, Map<String, String>> answers = new TreeMap<>();
    List<String> stdout = new ArrayList<>();
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      List<Process> servers = new ArrayList<>();
      try {
        Map<String, RawPeer> peers = open(setup, agent, receiver, servers);
        int events = 0;
        Map<String, CompletableFuture<Map<String, String>>> asked = new TreeMap<>();
        for (String mode : Lab.modes()) {
          RawPeer peer = Objects.requireNonNull(peers.get(mode));
          List<ServerCase> cases = setup.cases(mode);
          asked.put(mode, CompletableFuture.supplyAsync(() -> ask(peer, cases, mode)));
          events += (int) cases.stream().filter(c -> c.expected() != null).count();
          events += setup.outside(mode).size();
        }
        asked.forEach((mode, answer) -> answers.put(mode, answer.join()));
        for (RawPeer peer : peers.values()) {
          if (peer instanceof RawStdio stdio) {
            stdout.addAll(stdio.lines());
          }
        }
        settle(receiver, agent == null ? 0 : events);
      } finally {
        servers.forEach(Process::destroyForcibly);
      }
      return new ServerRun(
          answers,
          receiver.failures(),
          receiver.spans(),
          stdout,
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static void settle(OtlpReceiver receiver, int events) throws IOException {
    receiver.awaitFailures(events, LAST_EVENTS);
    try {
      Thread.sleep(events == 0 ? 0 : 600); // one too many would come now
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Map<String, String> ask(RawPeer peer, List<ServerCase> cases, String mode) {
    try {
      int sent = send(peer, cases, mode, ServerCase.Timing.EARLY);
      peer.initialize();
      sent += send(peer, cases, mode, ServerCase.Timing.TOGETHER);
      peer.answers(sent, PATIENCE);
      send(peer, cases, mode, ServerCase.Timing.LAST);
      peer.sendOutside();
      return peer.answers(Integer.MAX_VALUE, PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int send(
      RawPeer peer, List<ServerCase> cases, String mode, ServerCase.Timing timing)
      throws IOException {
    int sent = 0;
    for (ServerCase asked : cases) {
      if (asked.timing() == timing) {
        peer.send(asked.name(), asked.json(mode));
        sent++;
      }
    }
    return sent;
  }

  private static Map<String, RawPeer> open(
      ServerSetup setup, @Nullable Path agent, OtlpReceiver receiver, List<Process> servers)
      throws IOException {
    Map<String, RawPeer> peers = new TreeMap<>();
    ServerWire wire = setup.wire();
    if (wire == ServerWire.STDIO) {
      for (String mode : Lab.modes()) {
        Process server = start(setup, agent, receiver, "stdio", mode);
        servers.add(server);
        peers.put(mode, new RawStdio(server, mode.equals("sync")));
      }
      return peers;
    }
    Process server = start(setup, agent, receiver, wire.text());
    servers.add(server);
    int[] ports = ports(server);
    for (int i = 0; i < ports.length; i++) {
      peers.put(
          Lab.modes().get(i),
          wire == ServerWire.SSE
              ? new RawSse(ports[i])
              : new RawHttp(ports[i], wire == ServerWire.STREAMABLE));
    }
    return peers;
  }

  static int[] ports(Process server) throws IOException {
    String line = server.inputReader().readLine();
    if (line == null || !line.startsWith("listening ")) {
      throw new IOException("the server did not start: " + line);
    }
    String[] words = line.split(" ");
    return new int[] {Integer.parseInt(words[1]), Integer.parseInt(words[2])};
  }

  static Process start(
      ServerSetup setup, @Nullable Path agent, OtlpReceiver receiver, String... arguments)
      throws IOException {
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .option("-Duser.language=en")
            .option("-XX:TieredStopAtLevel=1")
            .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
            .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
            .variable("OTEL_SERVICE_NAME", "lab-server")
            .variable("OTEL_BSP_SCHEDULE_DELAY", "200")
            .variable("OTEL_BLRP_SCHEDULE_DELAY", "200");
    if (agent != null) {
      launch.measured().agent(agent, LabSettings.optional("mcpdiag.lab.agent.argument"));
    }
    List<String> main = new ArrayList<>(setup.stack().main());
    main.addAll(List.of(arguments));
    Path log =
        Files.createDirectories(LabSettings.target().resolve("lab").resolve("servers"))
            .resolve(
                setup.version() + "-" + String.join("-", main) + (agent == null ? "-bare" : ""));
    return launch
        .program(
            setup.stack().classpath(setup.version()) + File.pathSeparator + LabSettings.apiJar(),
            main)
        .redirectError(log.toFile())
        .start();
  }

  /** Failures of one request. */
  List<OtlpEvent> failuresOf(ServerCase asked, String mode) {
    return failures.stream().filter(e -> e.traceId().equals(asked.traceId(mode))).toList();
  }

  /** What a request was answered with, "" where no answer came. */
  String answerTo(ServerCase asked, String mode) {
    return Objects.requireNonNull(answers.get(mode)).getOrDefault(asked.name(), "");
  }

  /** Whether a notification came that says it belongs to the trace of the request. */
  boolean hasNotified(ServerCase asked, String mode) {
    String meta = "\"_meta\":{\"traceparent\":\"00-" + asked.traceId(mode);
    return Objects.requireNonNull(answers.get(mode)).values().stream()
        .flatMap(String::lines)
        .anyMatch(line -> line.contains("notifications/message") && line.contains(meta));
  }

  List<OtlpSpan> spansOf(ServerCase asked, String mode) {
    return spans.stream().filter(s -> s.traceId().equals(asked.traceId(mode))).toList();
  }

  /** Failures of a server that belong to no request. */
  List<OtlpEvent> outside(List<ServerCase> cases, String mode) {
    Set<String> known = new HashSet<>();
    cases.forEach(asked -> known.add(asked.traceId(mode)));
    return failures.stream()
        .filter(e -> e.text("mcpdiag.server.name").equals("lab-" + mode))
        .filter(e -> !known.contains(e.traceId()))
        .toList();
  }
}

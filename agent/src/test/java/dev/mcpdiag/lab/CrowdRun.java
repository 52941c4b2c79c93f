package dev.mcpdiag.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client JVM with many callers and its server, both with the agent, said of the calls.
 *
 * @param failures how many by side, tool and code, each event as often as its {@code mcpdiag.count}
 * @param rounds what the callers saw, a line for each round
 * @param heaps bytes of client and server after each round, in turn
 */
record CrowdRun(Map<String, Long> failures, List<String> rounds, List<Long> heaps, String story) {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration LAST = Duration.ofSeconds(10);
  private static final Pattern HEAP = Pattern.compile("heap (\\d+)");

  /**
   * @param manner {@code one}, {@code two} or {@code stream}, as {@code labapp.CrowdApp} takes it
   * @param work rounds
   */
  static CrowdRun of(String version, ServerWire wire, String manner, String... work)
      throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      if (wire == ServerWire.STDIO) {
        return visit(version, receiver, stdio(version), manner, work);
      }
      List<String> command = List.of("labapp.CrowdServer", wire.text());
      try (ChildJvm server = launch(receiver).start(SdkClasspath.of(version), command)) {
        String port = server.awaitLine("listening ", LONGEST).substring("listening ".length());
        List<String> errand =
            List.of("transport=" + wire.text(), "url=http://127.0.0.1:" + port, "path=/mcp");
        return visit(version, receiver, errand, manner, work, server);
      }
    }
  }

  private static List<String> stdio(String version) {
    List<String> errand = new ArrayList<>(List.of("transport=stdio"));
    errand.add("command=" + LabSettings.javaHomes().get(0).resolve("bin").resolve("java"));
    for (String argument :
        List.of(
            "-javaagent:" + LabSettings.agentJar(),
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            SdkClasspath.of(version),
            "labapp.CrowdServer",
            "stdio")) {
      errand.add("arg=" + argument);
    }
    return errand;
  }

  private static ChildJvm.Launch launch(OtlpReceiver receiver) {
    return new ChildJvm.Launch(LabSettings.javaHomes().get(0))
        .agent(LabSettings.agentJar(), "console=off")
        .option("-XX:TieredStopAtLevel=1")
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .variable("OTEL_SERVICE_NAME", "crowd");
  }

  private static CrowdRun visit(
      String version,
      OtlpReceiver receiver,
      List<String> target,
      String manner,
      String[] work,
      ChildJvm... servers)
      throws IOException {
    List<String> errand = new ArrayList<>(target);
    errand.addAll(
        List.of(
            "requestTimeout=60000",
            "initTimeout=60000",
            "mode=" + (manner.equals("stream") ? "async" : "sync")));
    List<String> command =
        new ArrayList<>(List.of("labapp.CrowdApp", String.join("\t", errand), manner));
    command.addAll(List.of(work));
    try (ChildJvm client = launch(receiver).start(SdkClasspath.of(version), command)) {
      client.awaitLine("done", LONGEST);
      client.terminate();
      client.await(LAST);
      for (ChildJvm server : servers) {
        server.terminate();
        server.await(LAST);
      }
      return seen(receiver, client);
    }
  }

  private static CrowdRun seen(OtlpReceiver receiver, ChildJvm client) {
    Map<String, Long> failures = new TreeMap<>();
    for (OtlpEvent event : receiver.events()) {
      if (event.isFailure()) {
        String what =
            event.text("mcpdiag.side")
                + " "
                + event.text("gen_ai.tool.name")
                + " "
                + event.text("mcpdiag.code");
        failures.merge(what, Long.valueOf(event.text("mcpdiag.count")), Long::sum);
      }
    }
    List<Long> heaps = new ArrayList<>();
    Matcher heap = HEAP.matcher(client.stdoutText());
    while (heap.find()) {
      heaps.add(Long.valueOf(heap.group(1)));
    }
    List<String> rounds =
        client.stdoutText().lines().filter(line -> line.startsWith("round ")).toList();
    return new CrowdRun(failures, rounds, heaps, client.stdoutText() + client.stderrText());
  }
}

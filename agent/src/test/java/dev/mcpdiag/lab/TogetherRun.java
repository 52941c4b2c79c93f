package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a client JVM and a server JVM, both with the agent, said of the same calls. */
record TogetherRun(List<OtlpEvent> failures, List<OtlpSpan> spans, String outcomes) {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int EVENTS = 24;
  private static final List<String> ELICITATIONS =
      List.of(
          "elicitation-accept", "elicitation-decline", "elicitation-cancel", "elicitation-fails");
  private static final int EVENTS_OF_ELICITATIONS = 12;

  static TogetherRun of(String version, ServerWire wire, Path agent) throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      List<String> errand = new ArrayList<>(List.of("id=1", "transport=" + wire.text()));
      for (String tool : List.of("echo", "runtime", "sampling", "roots", "telling", "news")) {
        errand.add("op=" + tool);
      }
      if (isEliciting(version)) {
        ELICITATIONS.forEach(tool -> errand.add("op=" + tool));
      }
      if (wire == ServerWire.STDIO) {
        errand.add("command=" + LabSettings.javaHomes().get(0).resolve("bin").resolve("java"));
        for (String argument :
            List.of(
                "-javaagent:" + agent,
                "-XX:TieredStopAtLevel=1",
                "-Dotel.service.name=lab-server",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                SdkClasspath.of(version),
                "labapp.FaultServer",
                "stdio")) {
          errand.add("arg=" + argument);
        }
        return visit(version, agent, receiver, with(errand, "arg=sync"), with(errand, "arg=async"));
      }
      Process server = ServerRun.start(ServerSetup.of(version, wire), agent, receiver, wire.text());
      try {
        int[] ports = ServerRun.ports(server);
        errand.add("path=" + (wire == ServerWire.SSE ? "/sse" : "/mcp"));
        String url = "url=http://127.0.0.1:";
        return visit(
            version, agent, receiver, with(errand, url + ports[0]), with(errand, url + ports[1]));
      } finally {
        server.destroyForcibly();
      }
    }
  }

  private static String with(List<String> errand, String where) {
    return String.join("\t", errand) + '\t' + where;
  }

  /** Visits the blocking server, then the reactive one. */
  private static TogetherRun visit(
      String version, Path agent, OtlpReceiver receiver, String blocking, String reactive)
      throws IOException {
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .agent(agent, null)
            .option("-XX:TieredStopAtLevel=1")
            .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
            .option("-Dotel.service.name=lab-client")
            .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
            .variable("OTEL_BSP_SCHEDULE_DELAY", "200")
            .variable("OTEL_BLRP_SCHEDULE_DELAY", "200");
    try (ChildJvm client =
        launch.start(SdkClasspath.of(version), List.of("labapp.AskedApp", blocking, reactive))) {
      int exit = client.await(LONGEST);
      int events = EVENTS + (isEliciting(version) ? EVENTS_OF_ELICITATIONS : 0);
      receiver.awaitFailures(events, Duration.ofSeconds(3));
      return new TogetherRun(
          receiver.failures(),
          receiver.spans(),
          "exit " + exit + "\n" + client.stdoutText() + client.stderrText());
    }
  }

  /** Elicitation came with 0.11. */
  static boolean isEliciting(String version) {
    return !version.startsWith("0.10.");
  }

  /** For a test that fails. */
  String story() {
    StringBuilder text = new StringBuilder(outcomes);
    for (OtlpSpan span : spans) {
      text.append('\n')
          .append(span.resource().get("service.name"))
          .append(' ')
          .append(span.kind())
          .append(' ')
          .append(span.name())
          .append(' ')
          .append(span.status())
          .append(" trace ")
          .append(span.traceId(), 0, 6)
          .append(" span ")
          .append(span.spanId())
          .append(" parent ")
          .append(span.parentSpanId());
    }
    return text.toString();
  }
}

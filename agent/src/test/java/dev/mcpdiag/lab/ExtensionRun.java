package dev.mcpdiag.lab;

import dev.mcpdiag.api.FailureClassifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One application JVM with extensions, its calls and what arrived of them.
 *
 * @param calls a line per call: microseconds, outcome, what McpDiagnostics said
 */
record ExtensionRun(
    List<String> calls, List<OtlpEvent> events, List<OtlpSpan> spans, String stderr) {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(5);
  private static final String SDK = "2.1.0";

  /** An application of this class makes so many calls of a tool that says that it failed. */
  static ExtensionRun of(
      Path folder,
      HttpPeer.Answer answer,
      String main,
      int count,
      boolean hasApi,
      String... options)
      throws IOException {
    McpPeer server = new McpPeer().but("tools/call", answer);
    try (FailingServers servers =
            new FailingServers(SDK, folder, new TestKeys(LabSettings.target().resolve("lab")));
        OtlpReceiver receiver = new OtlpReceiver()) {
      ChildJvm.Launch launch =
          new ChildJvm.Launch(LabSettings.javaHomes().get(0))
              .agent(LabSettings.agentJar(), null)
              .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
      for (String option : options) {
        launch.option(option);
      }
      List<String> words = new ArrayList<>(List.of("labapp." + main, "search", "" + count));
      words.addAll(List.of("id=x", "transport=streamable", "requestTimeout=20000"));
      words.addAll(servers.http(server).settings());
      String classpath = SdkClasspath.of(SDK) + (hasApi ? File.pathSeparator + api() : "");
      try (ChildJvm application = launch.start(classpath, words)) {
        application.await(LONGEST);
        receiver.awaitFailures(count, LAST_EVENTS);
        return new ExtensionRun(
            callsIn(application.stdoutText()),
            receiver.failures(),
            receiver.spans(),
            application.stderrText());
      }
    }
  }

  private static String api() {
    return FailureClassifier.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static List<String> callsIn(String stdout) {
    return stdout
        .lines()
        .filter(line -> line.startsWith("call\t"))
        .map(line -> line.substring("call\t".length()))
        .toList();
  }

  List<String> codes() {
    return events.stream().map(event -> event.text("mcpdiag.code")).toList();
  }

  List<Long> millis() {
    return calls.stream().map(call -> Long.parseLong(call.split("\t")[0]) / 1_000).toList();
  }

  /** Lines of the agent that hold this. */
  List<String> said(String text) {
    return stderr.lines().filter(line -> line.contains(text)).toList();
  }
}

package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a client sends: with the agent the same bytes, and a {@code _meta} with its trace. */
class WireBytesIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String NEW_MEMBER = "\"_meta\":\\{\"traceparent\":\"[-0-9a-f]{55}\"}";
  private static final Pattern TRACED = Pattern.compile(".*" + NEW_MEMBER + ".*");

  @TestFactory
  Stream<DynamicTest> areTheSameButForTheTrace() {
    return SdkVersions.chosen().stream()
        .map(version -> dynamicTest(version, () -> compare(version)));
  }

  private static void compare(String version) throws IOException {
    List<String> alone = sent(version, null);
    List<String> watched = sent(version, LabSettings.agentJar());
    assertEquals(
        List.of("initialize"),
        watched.stream()
            .filter(body -> !TRACED.matcher(body).matches())
            .map(WireBytesIT::method)
            .toList(),
        "what goes without a trace");
    assertEquals(
        alone.stream().map(WireBytesIT::withParameters).toList(),
        watched.stream().map(WireBytesIT::untraced).toList());
  }

  private static String untraced(String body) {
    return body.replaceAll("," + NEW_MEMBER + "|" + NEW_MEMBER + ",?", "");
  }

  /** Where there are no parameters, the trace needs some. */
  private static String withParameters(String body) {
    return body.contains("\"params\":") ? body : body.replaceAll("}$", ",\"params\":{}}");
  }

  private static String method(String body) {
    return body.replaceAll(".*\"method\":\"([^\"]+)\".*", "$1");
  }

  private static List<String> sent(String version, @Nullable Path agent) throws IOException {
    List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    boolean isOld = !SdkVersions.has(version, Scenario.Wire.STREAMABLE);
    HttpPeer.Answer healthy = isOld ? new SsePeer() : new McpPeer();
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer =
            new HttpPeer(
                (request, connection) -> {
                  if (request.verb().equals("POST")) {
                    bodies.add(masked(request.body()));
                  }
                  healthy.to(request, connection);
                });
        ChildJvm client =
            launch(agent, receiver)
                .start(
                    SdkClasspath.of(version),
                    List.of(
                        "labapp.SpeakingApp",
                        "transport=" + (isOld ? "sse" : "streamable"),
                        "url=http://127.0.0.1:" + peer.port(),
                        "path=" + (isOld ? "/sse" : "/mcp")))) {
      assertEquals(0, client.await(LONGEST), () -> client.stdoutText() + client.stderrText());
      return List.copyOf(bodies);
    }
  }

  private static ChildJvm.Launch launch(@Nullable Path agent, OtlpReceiver receiver) {
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
            .variable("OTEL_METRICS_EXPORTER", "none");
    if (agent != null) {
      launch.agent(agent, null);
    }
    return launch;
  }

  /** Ids of requests begin with a number that differs from run to run. */
  private static String masked(String body) {
    return body.replaceAll("\"[0-9a-f]{8}-(\\d+)\"", "\"ID-$1\"");
  }
}

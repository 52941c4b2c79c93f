package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.List;

/** A client with the agent that calls a broken tool again and again. */
final class SteadyClient {
  private SteadyClient() {}

  /** A server whose tools all fail. */
  static HttpPeer brokenServer() {
    try {
      return new HttpPeer(
          new McpPeer().but("tools/call", Answers.rpcError(-32603, "the disk is full")));
    } catch (IOException e) {
      throw new AssertionError("no port for the server", e);
    }
  }

  /** How it is to be started; where it exports to, and in what memory it lives, is up to a test. */
  static ChildJvm.Launch launch(String serviceName) {
    return new ChildJvm.Launch(LabSettings.javaHomes().get(0))
        .agent(LabSettings.agentJar(), null)
        .option("-XX:TieredStopAtLevel=1")
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
        .variable("OTEL_SERVICE_NAME", serviceName);
  }

  /** Starts it; after {@code failures} calls it says so and waits. */
  static ChildJvm start(ChildJvm.Launch launch, Target server, int failures, int perSecond)
      throws IOException {
    String errand =
        "id=steady\ttransport=streamable\tmode=sync\trequestTimeout=20000\tinitTimeout=30000\t"
            + String.join("\t", server.settings());
    return launch.start(
        SdkClasspath.of(SdkVersions.chosen().get(0)),
        List.of(
            "labapp.SteadyApp", errand, Integer.toString(failures), Integer.toString(perSecond)));
  }
}

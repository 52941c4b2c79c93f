package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.telemetry.GrpcCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the built agent sends of failing calls, in a JVM of its own. */
class ExportIT {
  private static final int FAILURES = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpPeer peer = SteadyClient.brokenServer();

  @AfterEach
  void close() throws IOException {
    peer.close();
  }

  @Test
  void hasMetricsAtTheEndOfTheJvm() throws IOException {
    try (OtlpReceiver receiver = new OtlpReceiver();
        ChildJvm application = start(receiver.endpoint(), "http/protobuf", "60000")) {
      application.awaitLine("failed " + FAILURES, PATIENCE.multipliedBy(3));
      application.terminate();
      application.await(PATIENCE);
      List<OtlpMetric> metrics = receiver.metrics();
      List<OtlpMetric> durations =
          metrics.stream().filter(m -> m.name().equals("mcp.client.operation.duration")).toList();
      assertEquals(
          1,
          durations.stream().filter(m -> m.text("mcp.method.name").equals("initialize")).count(),
          () -> metrics + application.stderrText());
      OtlpMetric calls =
          durations.stream()
              .filter(m -> m.text("gen_ai.tool.name").equals("broken"))
              .findAny()
              .orElseThrow(() -> new AssertionError(metrics + application.stderrText()));
      assertEquals(FAILURES, calls.count());
      assertEquals("-32603", calls.text("error.type"));
      assertEquals("-32603", calls.text("rpc.response.status_code"));
      assertEquals("tcp", calls.text("network.transport"));
      OtlpMetric failures =
          metrics.stream()
              .filter(m -> m.name().equals("mcpdiag.failures"))
              .findAny()
              .orElseThrow(() -> new AssertionError(metrics.toString()));
      assertEquals(FAILURES, failures.value());
      assertEquals("127.0.0.1:" + peer.port(), failures.text("mcpdiag.server.name"));
    }
  }

  @Test
  void goesOverGrpcToo() throws IOException {
    try (GrpcCollector collector = new GrpcCollector();
        ChildJvm application = start(collector.address().toString(), "grpc", "500")) {
      application.awaitLine("failed " + FAILURES, PATIENCE.multipliedBy(3));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (collector.events() < FAILURES || collector.metrics.isEmpty()) {
        assertTrue(System.nanoTime() < end, application::stderrText);
        Answers.pause(50);
      }
      List<String> threads = threadsOf(application);
      System.out.println("threads of the agent with grpc: " + threads);
      application.terminate();
      application.await(PATIENCE);
      assertEquals(FAILURES, collector.events());
      assertTrue(!collector.traces.isEmpty(), "no spans");
    }
  }

  private ChildJvm start(String endpoint, String protocol, String metricInterval)
      throws IOException {
    ChildJvm.Launch launch =
        SteadyClient.launch("export")
            .variable("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
            .variable("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
            .variable("OTEL_METRIC_EXPORT_INTERVAL", metricInterval);
    Target server = Target.url("http", "127.0.0.1", peer.port());
    return SteadyClient.start(launch, server, FAILURES, 20);
  }

  /** Names of threads that the agent or its libraries started. */
  private static List<String> threadsOf(ChildJvm application) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try (ChildJvm dump =
        ChildJvm.run(List.of(jcmd, Long.toString(application.pid()), "Thread.print"))) {
      dump.await(PATIENCE);
      return dump.stdoutText()
          .lines()
          .filter(line -> line.startsWith("\"mcpdiag") || line.startsWith("\"Ok"))
          .map(line -> line.substring(1, line.indexOf('"', 1)))
          .toList();
    }
  }
}

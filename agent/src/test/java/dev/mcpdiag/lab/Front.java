package dev.mcpdiag.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A running {@code labapp.FrontApp}: an HTTP service whose paths are MCP tools. */
final class Front implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(30);

  private final ChildJvm jvm;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param settings of the errand that makes its MCP client
   */
  Front(ChildJvm.Launch launch, String version, String... settings) throws IOException {
    List<String> command = new ArrayList<>(List.of("labapp.FrontApp"));
    command.addAll(List.of(settings));
    boolean isWebFlux = command.contains("transport=webflux");
    jvm =
        launch.start(
            isWebFlux ? SdkClasspath.withWebFlux(version) : SdkClasspath.of(version), command);
    address = "http://127.0.0.1:" + jvm.awaitLine("listening ", START).split(" ", -1)[1];
  }

  /** How a JVM is started whose telemetry goes to this receiver. */
  static ChildJvm.Launch launch(Path java, OtlpReceiver receiver) {
    return new ChildJvm.Launch(java)
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .variable("OTEL_SERVICE_NAME", "front")
        .variable("OTEL_METRICS_EXPORTER", "none")
        .variable("OTEL_BSP_SCHEDULE_DELAY", "200")
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
  }

  /** Status and body. */
  String ask(String tool) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/" + tool)).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  ChildJvm jvm() {
    return jvm;
  }

  /** Lets it end by itself; its exit code. */
  int end() throws IOException {
    jvm.endInput();
    return jvm.await(END);
  }

  @Override
  public void close() {
    jvm.close();
  }
}

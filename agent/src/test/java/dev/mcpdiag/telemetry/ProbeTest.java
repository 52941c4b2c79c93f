package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the start-up line can say of a collector. */
class ProbeTest {
  @Test
  void findsACollectorThatIsWell() {
    try (Collector collector = new Collector()) {
      assertEquals(Answer.ACCEPTED, asked(collector.at("/v1/logs")).answer());
    }
  }

  @Test
  void findsNobody() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertEquals(
        Answer.REFUSED, asked(URI.create("http://localhost:" + port + "/v1/logs")).answer());
  }

  @Test
  void findsNoAddress() {
    assertEquals(
        Answer.UNKNOWN_HOST, asked(URI.create("http://nobody.invalid:4318/v1/logs")).answer());
  }

  @Test
  void findsWhatIsWrongWithTheSettings() {
    assertEquals(new Seen(Answer.UNAUTHORIZED, 401), answered(401, ""));
    assertEquals(new Seen(Answer.UNAUTHORIZED, 403), answered(403, ""));
    assertEquals(new Seen(Answer.NOT_FOUND, 404), answered(404, "no such page"));
    assertEquals(new Seen(Answer.NOT_OTLP, 200), answered(200, "<!doctype html><p>hello"));
    assertEquals(new Seen(Answer.BUSY, 503), answered(503, ""));
    assertEquals(new Seen(Answer.OTHER, 500), answered(500, "<p>ouch"));
  }

  @Test
  void findsSomethingThatIsNotHttp() throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talker =
          new Thread(
              () -> {
                try (var socket = server.accept()) {
                  socket
                      .getOutputStream()
                      .write("220 mail ready\r\n".getBytes(StandardCharsets.US_ASCII));
                  socket.getInputStream().read();
                } catch (IOException ignored) {
                  // The test sees it as a missing answer.
                }
              });
      talker.start();
      URI at = URI.create("http://localhost:" + server.getLocalPort() + "/v1/logs");
      assertEquals(Answer.OTHER, asked(at).answer());
      talker.join();
    }
  }

  @Test
  void waitsNoLongerThanAsked() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI at = URI.create("http://localhost:" + silent.getLocalPort() + "/v1/logs");
      assertEquals(Answer.TIMEOUT, asked(at).answer());
    }
  }

  private record Seen(Answer answer, int status) {}

  private static Seen answered(int status, String body) {
    try (Collector collector = new Collector()) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      collector.mood =
          exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            return false;
          };
      ProbeResult result = asked(collector.at("/v1/logs"));
      return new Seen(result.answer(), result.status());
    }
  }

  private static ProbeResult asked(URI logs) {
    try (Exporting exporting = new Exporting(Exporting.settings(logs, logs))) {
      CollectorProbe probe = exporting.sdk.probe();
      assertNotNull(probe);
      CompletableFuture<ProbeResult> answer = new CompletableFuture<>();
      probe.ask(Duration.ofSeconds(1), answer::complete);
      return answer.orTimeout(5, TimeUnit.SECONDS).join();
    }
  }
}

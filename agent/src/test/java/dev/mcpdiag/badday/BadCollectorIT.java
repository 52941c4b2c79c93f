package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mcpdiag.lab.Answers;
import dev.mcpdiag.lab.HttpPeer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A collector that is not there, not a collector, or not willing: one line at the start. */
class BadCollectorIT {
  private static final String GRPC_SETTINGS = "\0\0\6\4\0\0\0\0\0\0\4\0\0\0\0";

  // Long enough for events and spans to be refused as well.
  @RegisterExtension
  static final RefusedApplication APPLICATION = new RefusedApplication("op=sleep 300");

  @Test
  void nobodyListens() throws IOException {
    says(
        APPLICATION.ports().refusing(),
        "refused: start a collector there, or set OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  @Test
  void somebodyListensAndSaysNothing() throws IOException {
    says(APPLICATION.ports().silent(), "no answer in time: check host, port and firewall");
  }

  @Test
  void aWebServerListens() throws IOException {
    from(Answers.html(200), "answered HTML, not OTLP: check the port");
  }

  @Test
  void itWantsCredentials() throws IOException {
    from(Answers.status(401), "401: set OTEL_EXPORTER_OTLP_HEADERS");
  }

  @Test
  void itKnowsNoSuchPath() throws IOException {
    from(
        Answers.status(404),
        "404: no OTLP under this path: check the path, and the port (4318 for http/protobuf)");
  }

  @Test
  void itIsThePortForGrpc() throws IOException {
    from(
        Answers.raw(GRPC_SETTINGS),
        "answered something that is not OTLP: check port and OTEL_EXPORTER_OTLP_PROTOCOL");
  }

  private static void from(HttpPeer.Answer answer, String sentence) throws IOException {
    try (HttpPeer peer = new HttpPeer(answer)) {
      says("http://127.0.0.1:" + peer.port(), sentence);
    }
  }

  private static void says(String endpoint, String sentence) throws IOException {
    String secret = endpoint.replace("http://", "http://bob:hunter2@");
    Ended ended = APPLICATION.outing().agent("").collector(secret).run();

    ended.isLike(APPLICATION.alone());
    assertEquals(
        List.of("warning: collector " + endpoint + " - " + sentence),
        ended.said().stream().filter(line -> line.startsWith("warning: ")).toList(),
        "what the agent warned of");
    assertFalse(ended.stderr().contains("hunter2"), ended.stderr());
  }
}

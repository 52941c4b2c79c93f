package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.OtlpReceiver.Mood;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Promise 5, with the built agent in JVMs of their own: an outage of the collector loses no
 * failure, and the end of the JVM does not wait for it. Ten seconds here, four minutes with {@code
 * -Poutage}; all kinds of outage at once.
 */
class OutageIT {
  private static final int SECONDS = Integer.getInteger("mcpdiag.outage.seconds", 10);
  private static final int FAILURES = SECONDS * Outage.PER_SECOND;
  private static final Duration UNTIL_ALL_ARRIVED = Duration.ofSeconds(40);
  private static final Duration AT_THE_END = Duration.ofSeconds(2);

  private final HttpPeer peer = SteadyClient.brokenServer();

  @AfterEach
  void close() throws IOException {
    peer.close();
  }

  private Target server() {
    return Target.url("http", "127.0.0.1", peer.port());
  }

  @TestFactory
  List<DynamicTest> losesNoFailure() throws IOException {
    List<Outage> outages = new ArrayList<>();
    try {
      outages.add(Outage.begin("nobody listens", null, server(), FAILURES));
      outages.add(Outage.begin("hangs", Mood.SILENT, server(), FAILURES));
      outages.add(Outage.begin("answers 503", Mood.UNAVAILABLE, server(), FAILURES));
      outages.add(
          Outage.begin("answers 503, Retry-After", Mood.ASKS_FOR_A_PAUSE, server(), FAILURES));
      outages.add(Outage.begin("cuts connections", Mood.CUTS, server(), FAILURES));
      List<DynamicTest> tests = new ArrayList<>();
      for (Outage outage : outages) {
        outage.awaitFailures();
      }
      for (Outage outage : outages) {
        outage.end();
      }
      for (Outage outage : outages) {
        tests.add(judged(outage));
      }
      return tests;
    } finally {
      outages.forEach(Outage::close);
    }
  }

  private static DynamicTest judged(Outage outage) throws IOException {
    OtlpReceiver receiver = outage.end();
    long start = System.nanoTime();
    receiver.awaitFailures(FAILURES, UNTIL_ALL_ARRIVED);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    receiver.awaitSpans(FAILURES, UNTIL_ALL_ARRIVED);
    int events = receiver.failures().size();
    int ids = Outage.debugIds(receiver).size();
    long spans =
        receiver.spans().stream().filter(span -> !span.text("mcpdiag.code").isEmpty()).count();
    String figures =
        "%s for %d s: %d failures, %d events with %d debug ids, %d spans of failed calls, %d ms after it"
            .formatted(outage.name(), SECONDS, FAILURES, events, ids, spans, millis);
    System.out.println("outage, " + figures);
    String stderr = outage.stderr();
    return dynamicTest(
        outage.name(),
        () -> {
          assertEquals(FAILURES, ids, () -> figures + "\n" + stderr);
          assertEquals(FAILURES, events, () -> "sent twice: " + figures);
          assertEquals(FAILURES, spans, () -> figures + "\n" + stderr);
        });
  }

  @Test
  void byAHangingExportDoesNotHoldUpTheEnd() throws IOException {
    try (Outage outage = Outage.begin("hangs", Mood.SILENT, server(), 40)) {
      outage.awaitFailures();
      Duration took = outage.terminate();
      System.out.println("outage, SIGTERM with a collector that hangs: " + took.toMillis() + " ms");
      assertTrue(took.compareTo(AT_THE_END) <= 0, () -> "it took " + took + "\n" + outage.stderr());
      // the failures, and how the server stood
      assertTrue(outage.stderr().matches("(?s).*0 delivered, 4\\d dropped.*"), outage::stderr);
    }
  }

  @Test
  void whenOnlyOneExportHangsDeliversEverythingAtTheEnd() throws IOException {
    try (Outage outage = Outage.begin("hangs once", Mood.SILENT, server(), 40)) {
      outage.awaitFailures();
      OtlpReceiver receiver = outage.end();
      Duration took = outage.terminate();
      System.out.println("outage, SIGTERM with one export that hangs: " + took.toMillis() + " ms");
      assertEquals(40, Outage.debugIds(receiver).size(), outage::stderr);
      assertTrue(took.compareTo(AT_THE_END) <= 0, () -> "it took " + took + "\n" + outage.stderr());
    }
  }
}

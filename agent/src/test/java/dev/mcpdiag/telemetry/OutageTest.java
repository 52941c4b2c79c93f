package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promise 5: a collector's bad days lose no failure, and the JVM's end does not wait for them. */
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Test
  void ofSomeSecondsLosesNoFailureAndNoSpanOfAFailedCall() throws Exception {
    int port;
    try (Collector gone = new Collector()) {
      port = gone.port();
    }
    try (Exporting exporting = to(port)) {
      for (int second = 0; second < 3; second++) {
        for (int i = 0; i < 60; i++) {
          fail(exporting, second * 60 + i);
        }
        Thread.sleep(1000);
      }
      try (Collector back = new Collector(port)) {
        assertTrue(
            Exporting.becomes(
                PATIENCE, () -> back.events().size() >= 180 && back.spans().size() >= 180),
            () ->
                "arrived: " + back.events().size() + " events, " + back.spans().size() + " spans");
        assertEquals(180, back.events().stream().map(e -> e.getTraceId()).distinct().count());
        assertTrue(
            Exporting.becomes(PATIENCE, () -> exporting.sdk.tally().events().delivered() == 180),
            "counted as delivered: " + exporting.sdk.tally().events().delivered());
        assertEquals(0, exporting.sdk.tally().events().dropped());
        assertTrue(
            Exporting.becomes(PATIENCE, () -> exporting.sdk.tally().failedSpans().waiting() == 0),
            "spans still counted as waiting");
      }
    }
  }

  @Test
  void withA503AndRetryAfterIsWaitedForAsLongAsAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            if (asked.getAndIncrement() > 0) {
              return true;
            }
            exchange.getResponseHeaders().add("Retry-After", "2");
            exchange.sendResponseHeaders(503, -1);
            return false;
          };
      long began = System.nanoTime();
      exporting.sdk.failures().failed(Failures.with(Failures.ids(1)));
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.events().size() == 1));
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(Duration.ofMillis(1900)) > 0, "came after " + took);
      assertTrue(took.compareTo(Duration.ofSeconds(4)) < 0, "came after " + took);
    }
  }

  @Test
  void withConnectionsThatAreCutLosesNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood = exchange -> asked.getAndIncrement() > 3;
      for (int i = 0; i < 20; i++) {
        fail(exporting, i);
      }
      assertTrue(
          Exporting.becomes(
              PATIENCE, () -> collector.events().size() == 20 && collector.spans().size() == 20),
          () -> "arrived: " + collector.events().size() + " and " + collector.spans().size());
    }
  }

  @Test
  void byMissingCredentialsIsSaidOnceAndEndsWhenTheyAreAccepted() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            exchange.sendResponseHeaders(401, -1);
            return false;
          };
      exporting.sdk.failures().failed(Failures.with(Failures.ids(1)));
      assertTrue(Exporting.becomes(PATIENCE, () -> !exporting.problems.isEmpty()));
      exporting.sdk.failures().failed(Failures.with(Failures.ids(2)));
      collector.mood = Collector.WELL;
      assertTrue(exporting.sdk.loop().flush(Duration.ofSeconds(2)), "the loop is still busy");
      assertEquals(2, collector.events().size(), "events after the credentials were accepted");
      assertEquals(1, exporting.problems.size(), exporting.problems::toString);
      assertTrue(
          exporting.problems.get(0).sentence().contains("set OTEL_EXPORTER_OTLP_HEADERS"),
          exporting.problems::toString);
    }
  }

  @Test
  void byHangingDoesNotHoldUpTheEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            never.await();
            return false;
          };
      fail(exporting, 1);
      Thread.sleep(300);
      long began = System.nanoTime();
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      assertTrue(took <= 2000, "close took " + took + " ms");
      assertTrue(
          Exporting.becomes(
              Duration.ofSeconds(1), () -> exporting.sdk.tally().events().waiting() == 1),
          "the event that could not be delivered still waits, so the summary counts it");
    }
  }

  @Test
  void byOneHangingRequestIsOvercomeOnANewConnectionAtTheEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            if (asked.getAndIncrement() < 2) {
              never.await();
            }
            return true;
          };
      fail(exporting, 1);
      Thread.sleep(300);
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      assertEquals(1, collector.events().size());
      assertEquals(1, collector.spans().size());
    }
  }

  @Test
  void byBeingSlowAtTheEndGetsNothingTwice() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      collector.mood =
          exchange -> {
            Thread.sleep(asked.getAndIncrement() < 2 ? 1300 : 0);
            return true;
          };
      fail(exporting, 1);
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      Thread.sleep(500); // a second try would be through before the first
      assertEquals(1, collector.events().size());
      assertEquals(1, collector.spans().size());
    }
  }

  @Test
  void withNobodyThereEndsAtOnce() throws Exception {
    int port;
    try (Collector gone = new Collector()) {
      port = gone.port();
    }
    try (Exporting exporting = to(port)) {
      fail(exporting, 1);
      Thread.sleep(300);
      long began = System.nanoTime();
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      assertTrue(took < 500, "close took " + took + " ms");
    }
  }

  @Test
  void doesNotDelayAFailureByMoreThan200MillisecondsWhenThereIsNone() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      fail(exporting, 0);
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.events().size() == 1));
      long began = System.nanoTime();
      fail(exporting, 1);
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.events().size() == 2));
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      assertTrue(took <= 200, "the event came after " + took + " ms");
    }
  }

  private static void fail(Exporting exporting, int n) {
    Bridge bridge = exporting.sdk.bridge();
    CallSpan span =
        bridge.start("tools/call", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
    Failure failure = Failures.of(span.ids(), "fp-" + n % 7);
    span.failed(failure, true, null);
    exporting.sdk.failures().failed(failure);
  }

  private static Exporting to(int port) {
    return new Exporting(
        Exporting.settings(
            java.net.URI.create("http://localhost:" + port + "/v1/traces"),
            java.net.URI.create("http://localhost:" + port + "/v1/logs")));
  }
}

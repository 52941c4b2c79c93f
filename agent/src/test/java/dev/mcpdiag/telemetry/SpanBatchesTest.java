package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failures;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** OTEL_BSP_* does what OpenTelemetry says it does, to the spans of calls that went well. */
class SpanBatchesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final ExportSettings.Batches DEFAULT =
      new ExportSettings.Batches(Duration.ofSeconds(5), 2_048, 512, LONG);

  @Test
  void theDelayIsHowLongASpanWaitsForOthers() throws Exception {
    try (Collector collector = new Collector();
        Exporting soon = with(collector, delay(Duration.ofMillis(100)))) {
      span(soon, false);
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.spans().size() == 1));
    }
    try (Collector collector = new Collector();
        Exporting late = with(collector, delay(LONG))) {
      span(late, false);
      span(late, true);
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.spans().size() == 1), "the failed");
      Thread.sleep(1_000);
      assertEquals(1, collector.spans().size(), "came before its delay was over");
      assertTrue(late.sdk.loop().flush(Duration.ofSeconds(2)));
      assertEquals(2, collector.spans().size(), "the end sends what waits");
    }
  }

  @Test
  void aFullBatchGoesAtOnceAndNoRequestIsLarger() throws Exception {
    ExportSettings.Batches batches = new ExportSettings.Batches(LONG, 100, 10, LONG);
    try (Collector collector = new Collector();
        Exporting exporting = with(collector, batches)) {
      for (int i = 0; i < 40; i++) {
        span(exporting, false);
      }
      // A batch may be taken while spans come in; fewer than ten may be left to wait.
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.spans().size() > 30));
      assertTrue(exporting.sdk.loop().flush(Duration.ofSeconds(2)));
      assertEquals(40, collector.spans().size());
      assertTrue(
          sizes(collector).stream().allMatch(size -> size <= 10), sizes(collector)::toString);
    }
  }

  @Test
  void theQueueHoldsNoMoreThanItsSize() throws Exception {
    ExportSettings.Batches batches = new ExportSettings.Batches(LONG, 20, 512, LONG);
    try (Collector collector = new Collector();
        Exporting exporting = with(collector, batches)) {
      CountDownLatch opened = new CountDownLatch(1);
      collector.mood =
          exchange -> {
            opened.await();
            return true;
          };
      for (int i = 0; i < 200; i++) {
        span(exporting, false);
      }
      assertTrue(exporting.sdk.tally().spans().dropped() >= 100, "200 spans, room for few");
      opened.countDown();
    }
  }

  @Test
  void theTimeOutEndsARequestThatTakesLonger() throws Exception {
    ExportSettings.Batches batches =
        new ExportSettings.Batches(Duration.ZERO, 2_048, 512, Duration.ofMillis(200));
    try (Collector collector = new Collector();
        Exporting exporting = with(collector, batches)) {
      CountDownLatch never = new CountDownLatch(1);
      CountDownLatch asked = new CountDownLatch(2);
      collector.mood =
          exchange -> {
            asked.countDown();
            never.await();
            return false;
          };
      span(exporting, false);
      assertTrue(
          asked.await(8, TimeUnit.SECONDS),
          "not asked again within 8 s: OTEL_EXPORTER_OTLP_TIMEOUT is 10 s here");
    }
  }

  @Test
  void theShorterTimeOutCountsAndZeroIsNone() {
    ExportSettings.Target target = Exporting.target(URI.create("http://localhost:1/"));
    assertEquals(Duration.ofSeconds(10), target.within(LONG).timeout());
    assertEquals(Duration.ofSeconds(1), target.within(Duration.ofSeconds(1)).timeout());
    assertEquals(Duration.ofSeconds(10), target.within(Duration.ZERO).timeout());
  }

  private static void span(Exporting exporting, boolean isFailed) {
    Bridge bridge = exporting.sdk.bridge();
    CallSpan span =
        bridge.start("tools/call", Bridge.Kind.CLIENT, bridge.currentContext(), Map.of());
    if (isFailed) {
      span.failed(Failures.of(span.ids(), "fp"), true, null);
    } else {
      span.succeeded(Failures.of(span.ids(), "fp").attempt());
    }
  }

  private static ExportSettings.Batches delay(Duration delay) {
    return new ExportSettings.Batches(
        delay, DEFAULT.maxQueueSize(), DEFAULT.maxBatchSize(), DEFAULT.timeout());
  }

  private static Exporting with(Collector collector, ExportSettings.Batches batches) {
    return new Exporting(
        Exporting.with(
            batches, Exporting.settings(collector.at("/v1/traces"), collector.at("/v1/logs"))));
  }

  private static List<Integer> sizes(Collector collector) {
    return collector.traces.stream().map(each -> each.getScopeSpans(0).getSpansCount()).toList();
  }
}

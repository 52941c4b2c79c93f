package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Above 100 per second and fingerprint, repeats share one event per second. */
class FloodTest {
  @Test
  void ofOneFingerprintIsFoldedWithTheRightTotal() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      for (int i = 0; i < 1000; i++) {
        exporting.sdk.failures().failed(Failures.of(Failures.ids(i), "same"));
      }
      assertTrue(Exporting.becomes(Duration.ofSeconds(10), () -> total(collector) == 1000));
      assertTrue(
          collector.events().size() <= 202, collector.events().size() + " events, not folded");
      assertTrue(collector.events().size() >= 101, "folded too early");
    }
  }

  @Test
  void ofManyFingerprintsHasAnEventForEachFailure() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      for (int i = 0; i < 1000; i++) {
        exporting.sdk.failures().failed(Failures.of(Failures.ids(i), "fp-" + i % 10));
      }
      assertTrue(
          Exporting.becomes(Duration.ofSeconds(10), () -> collector.events().size() == 1000),
          () -> collector.events().size() + " events");
      assertEquals(1000, total(collector));
    }
  }

  @Test
  void atTheEndLosesNoCount() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      for (int i = 0; i < 150; i++) {
        Failure failure = Failures.of(Failures.ids(i), "same");
        exporting.sdk.failures().failed(failure);
      }
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      assertEquals(150, total(collector));
    }
  }

  private static long total(Collector collector) {
    return collector.events().stream().mapToLong(FloodTest::count).sum();
  }

  private static long count(LogRecord event) {
    return event.getAttributesList().stream()
        .filter(a -> a.getKey().equals("mcpdiag.count"))
        .mapToLong(a -> a.getValue().getIntValue())
        .sum();
  }
}

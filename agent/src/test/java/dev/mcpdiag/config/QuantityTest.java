package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void readsDurations() throws BadValue {
    assertEquals(Duration.ofMillis(20), Quantity.DURATION.read("20ms"));
    assertEquals(Duration.ofSeconds(10), Quantity.DURATION.read("10s"));
    assertEquals(Duration.ofDays(14), Quantity.DURATION.read("14 d"));
  }

  @Test
  void readsSizes() throws BadValue {
    assertEquals(64L << 20, Quantity.BYTES.read("64MiB"));
    assertEquals(512L, Quantity.BYTES.read("512B"));
  }

  @Test
  void saysWhatIsWrongWithAQuantity() {
    assertEquals("has no unit", problem(Quantity.DURATION, "10"));
    assertEquals("is not a duration", problem(Quantity.DURATION, "soon"));
    assertEquals("is not a duration", problem(Quantity.DURATION, "-1s"));
    assertEquals("is too large a duration", problem(Quantity.DURATION, "9999999999999d"));
    assertEquals("is not a size", problem(Quantity.BYTES, "64MB"));
    assertEquals("is not a whole number from 0 to 9", problem(Quantity.wholeNumber(0, 9), "10"));
  }

  @Test
  void takesANumberAloneForMillisecondsWhereOpenTelemetryDoes() throws BadValue {
    assertEquals(Duration.ofSeconds(5), Quantity.MILLIS_OR_DURATION.read("5000"));
    assertEquals(Duration.ofSeconds(5), Quantity.MILLIS_OR_DURATION.read("5s"));
  }

  private static String problem(Shape<?> shape, String text) {
    return assertThrows(BadValue.class, () -> shape.read(text), text).what();
  }
}

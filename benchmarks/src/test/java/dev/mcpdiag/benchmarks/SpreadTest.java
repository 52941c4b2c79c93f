package dev.mcpdiag.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void medianOfAnOddNumberIsTheMiddleValueWhateverTheOrder() {
    assertEquals(new Spread(3, 1, 100), Spread.of(List.of(100.0, 1.0, 3.0)));
  }

  @Test
  void medianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertEquals(new Spread(2.5, 1, 9), Spread.of(List.of(9.0, 2.0, 1.0, 3.0)));
  }

  @Test
  void oneValueIsItsOwnMedianMinimumAndMaximum() {
    assertEquals(new Spread(7, 7, 7), Spread.of(List.of(7.0)));
  }

  @Test
  void nothingMeasuredIsNoSpread() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }
}

package dev.mcpdiag.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsNamesToTheLeftAndNumbersToTheRight() {
    Table table = new Table(List.of("set-up", "ms"));
    table.add(List.of("none", "1,000"));
    table.add(List.of("otel", "-"));
    assertEquals(
        """
        set-up     ms
        none    1,000
        otel        -
        """,
        table.toString());
  }
}

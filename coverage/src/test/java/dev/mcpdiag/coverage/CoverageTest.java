package dev.mcpdiag.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void forgivesWhatDependsOnTimingAndNothingMore() {
    Properties committed = new Properties();
    committed.setProperty("agent", "90.0");
    assertEquals("", Coverage.fallen(Map.of("agent", 89.8), committed));
    assertTrue(
        Coverage.fallen(Map.of("agent", 89.6), committed)
            .startsWith("coverage: agent fell from 90.0 to 89.6 % (.ci/coverage)."));
  }

  @Test
  void wantsANumberForEachModule() {
    assertTrue(
        Coverage.fallen(Map.of("new", 99.0), new Properties())
            .startsWith("coverage: new has no number"));
  }

  @Test
  void countsALineThatAnyFormOfItsClassReached() {
    Lines lines = new Lines();
    lines.add("a/A.java", 1, false);
    lines.add("a/A.java", 2, false);
    lines.also("a/A.java", 1, true);
    lines.also("a/A.java", 9, true); // woven or generated: no line of the source
    assertEquals(2, lines.all());
    assertEquals(1, lines.reached());
    assertEquals(50.0, Coverage.percent(lines.reached(), lines.all()));
  }
}

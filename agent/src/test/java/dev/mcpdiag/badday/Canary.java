package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/**
 * A word that may not get out.
 *
 * @param vector how it came in
 * @param witness what shows that it got there
 */
record Canary(String vector, String word, String witness) {
  /** One that is seen itself. */
  Canary(String vector, String word) {
    this(vector, word, word);
  }

  /**
   * Where it may not be.
   *
   * @param sent every byte of spans, events and metrics
   * @param beans what JMX shows
   */
  record Outlets(String console, String sent, String beans) {
    /** A test each: first that it got there, then that it got no further. */
    List<DynamicTest> tests(List<Canary> canaries, String passed) {
      List<DynamicTest> tests = new ArrayList<>();
      for (Canary canary : canaries) {
        tests.add(dynamicTest(canary.vector, () -> check(canary, passed)));
      }
      return tests;
    }

    private void check(Canary canary, String passed) {
      assertTrue((passed + sent).contains(canary.witness), () -> "never got there: " + canary);
      isNotIn(console, "on the console", canary);
      isNotIn(sent, "in telemetry", canary);
      isNotIn(beans, "in JMX", canary);
    }

    private static void isNotIn(String text, String where, Canary canary) {
      int at = text.indexOf(canary.word);
      assertFalse(
          at >= 0,
          () ->
              where
                  + ": "
                  + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)));
    }
  }
}

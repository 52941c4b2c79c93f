package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The words that dashboards and clients match on: changing one breaks them. */
class WireFormTest {
  @Test
  void isStableForEveryEnum() {
    assertEquals(
        "transient validation business permission internal",
        words(FailureType.values(), FailureType::text));
    assertEquals("yes after_delay after_action once no", words(Retry.values(), Retry::text));
    assertEquals("info warning error", words(Severity.values(), Severity::text));
    assertEquals("client server", words(Side.values(), Side::text));
    assertEquals("stdio sse streamable_http other", words(Transport.values(), Transport::text));
    assertEquals("high medium low", words(Confidence.values(), Confidence::text));
    assertEquals(
        "config connect oauth init list call read prompt stream task handler shutdown",
        words(Phase.values(), Phase::text));
    assertEquals("call connection", words(Fact.Scope.values(), Fact.Scope::text));
  }

  private static <E> String words(E[] constants, Function<E, String> text) {
    return String.join(" ", Arrays.stream(constants).map(text).toList());
  }
}

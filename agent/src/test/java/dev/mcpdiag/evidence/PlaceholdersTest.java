package dev.mcpdiag.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${API_KEY}",
        "Bearer ${API_KEY}",
        "{{LIBRECHAT_USER_ID}}",
        "x-{{ token }}-y",
        "http://${HOST:-localhost}:8080/mcp",
        "${env:API_KEY}",
        "{${NAME}",
        "{a} ${ b } {"
      })
  void seesAVariableThatNobodyFilledIn(String text) {
    assertTrue(Placeholders.isIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$HOME",
        "{id}",
        "{\"a\":{\"b\":1}}",
        "${}",
        "{{}}",
        "${1}",
        "${a b}",
        "{{name}",
        "100% {{"
      })
  void leavesOtherBracesAlone(String text) {
    assertFalse(Placeholders.isIn(text));
  }

  @Test
  void readsALongTextOnce() {
    String open = "{{".repeat(500_000);
    long start = System.nanoTime();
    assertFalse(Placeholders.isIn(open));
    assertTrue(System.nanoTime() - start < 2_000_000_000L, "not linear");
  }
}

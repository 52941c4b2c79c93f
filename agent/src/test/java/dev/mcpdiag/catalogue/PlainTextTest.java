package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void removesTerminalSequences() {
    assertEquals("red end", PlainText.oneLine("\u001b[1;31mred\u001b[0m end", 80));
    assertEquals("link", PlainText.oneLine("\u001b]8;;http://x\u001b\\link\u001b]8;;\u0007", 80));
    assertEquals("x", PlainText.oneLine("\u009b2Jx\u001b", 80));
    assertEquals("never ends", PlainText.oneLine("\u001b]never ends", 80));
  }

  @Test
  void removesWhatTurnsOrHidesText() {
    assertEquals("abc", PlainText.oneLine("a\u202e\u2066b\u200d\ufeffc\u00ad\udb40\udc41", 80));
    assertEquals("abc", PlainText.oneLine("a\ud800b\u0000c\u009f", 80));
  }

  @Test
  void keepsTheLettersOfEveryLanguage() {
    String text = "na\u00efve \u65e5\u672c\u8a9e \ud83d\ude00 \u0627\u0644\u0639";
    assertEquals(text, PlainText.oneLine(text, 80));
  }

  @Test
  void endsEveryLineTheSameWay() {
    assertEquals("a\nb\nc\nd\n", PlainText.lines("a\r\nb\rc\u2028d\u0085", 80));
    assertEquals("a b\tc".replace('\t', ' '), PlainText.oneLine("a\nb\tc", 80));
  }

  @Test
  void cutsLongTextBetweenCharacters() {
    assertEquals("aa...", PlainText.oneLine("aaaaaaaa", 5));
    assertEquals("aaaaa", PlainText.oneLine("aaaaa", 5));
    assertEquals("...", PlainText.oneLine("\ud83d\ude00".repeat(9), 4));
    assertTrue(PlainText.oneLine("x".repeat(10_000_000), 80).length() <= 80);
  }
}

package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
  private static final String CANARY = "hunter2canary";
  private static final String[] SECRETS = {
    "password=%s", "\"token\":\"%s\"", "Bearer %s", "https://u:%s@h/p", "Cookie: a=%s",
    "--secret %s", "?code=%s", "api_key: '%s'", "{apiKey=%s}", "pwd=%s;"
  };
  private static final String[] NOISE = {
    " ",
    "\n",
    "\t",
    "\"",
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "=",
    ":",
    "://",
    "?",
    "&",
    "@",
    "#",
    "%20",
    "-",
    "--",
    "eyJ",
    "ghp_",
    "-----BEGIN ",
    "-----END ",
    "error",
    "token",
    "key",
    "is",
    "a",
    "x1",
    "\u001b[31m",
    "\u202e",
    "\u200b",
    "\ud83d\ude00",
    "\ud83d",
    "\u0000",
    "\u0085",
    ".",
    ",",
    "<"
  };
  private final Redactor redactor = Redactor.standard();

  @Test
  void neverShowsASecretThatStandsOnItsOwnLine() {
    int rounds = Integer.getInteger("mcpdiag.test.fuzz", 200_000);
    Random random = new Random(20261122);
    for (int i = 0; i < rounds; i++) {
      String secret = SECRETS[random.nextInt(SECRETS.length)].replace("%s", CANARY);
      String raw = noise(random) + "\n" + secret + "\n" + noise(random);
      String shown = redactor.text(raw, 300);
      assertFalse(shown.contains(CANARY), () -> "raw: " + raw + "\nshown: " + shown);
      assertTrue(shown.length() <= 300, raw);
      assertTrue(isHarmless(shown), raw);
    }
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      noise.append(NOISE[random.nextInt(NOISE.length)]);
    }
    return noise.toString();
  }

  private static boolean isHarmless(String shown) {
    return shown
        .codePoints()
        .allMatch(c -> c == '\n' || c == '\t' || (c >= 0x20 && !isDeceiving(c)));
  }

  private static boolean isDeceiving(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=",
        "token:{",
        "{\"a\":",
        "\\\"",
        "\"",
        "://",
        "?a=",
        "Bearer ",
        "eyJ",
        "a=",
        "- ",
        "-----BEGIN ",
        "x key ",
        "\u001b]",
        "\u200b",
        "key ",
        "aB1",
        "--token ",
        "://u:p@",
        ":thin:"
      })
  void staysQuickHoweverOftenAPieceRepeats(String piece) {
    String raw = piece.repeat(10_000_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> redactor.text(raw, 500));
  }

  @Test
  void looksAtTheBeginningOfTenMegabytesOnly() {
    String raw = "password=" + CANARY + " " + "word ".repeat(2_000_000) + "token=" + CANARY;
    String shown = redactor.text(raw, 500);
    assertTrue(shown.startsWith("password=[redacted] word word"), shown);
    assertEquals(500, shown.length());
    assertFalse(redactor.text(raw, Integer.MAX_VALUE - 8).contains(CANARY));
  }

  @Test
  void showsNoHalfOfASecretThatIsCutInTwo() {
    String raw = "word ".repeat(3275) + "ghp_" + "aBcDeFgHiJ0123456789";
    for (int shift = 0; shift < 30; shift++) {
      String shown = redactor.text("x".repeat(shift) + raw, 20_000);
      assertFalse(shown.contains("ghp_a"), "shift " + shift);
    }
  }

  @Test
  void hasNothingToSayAboutNothing() {
    assertEquals("", redactor.text(null, 100));
    assertEquals("", redactor.text("", 100));
    assertEquals("", redactor.text("\u200b\u0000", 100));
  }
}

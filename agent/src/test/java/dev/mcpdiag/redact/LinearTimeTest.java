package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten times the text takes about ten times as long, whatever the text repeats. */
class LinearTimeTest {
  private static final int SHORT = 1_600;
  private static final int TIMES = 10;
  private static final double MOST = 12;
  private static final int ATTEMPTS = 5;
  private static final int RUNS = 20;
  private static final long RUN_NANOS = 500_000;

  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word ",
        "password=",
        "password: ",
        "password x ",
        "password is ",
        "token:{",
        "Cookie: a=b; ",
        "{\"token\":\"",
        "[[[[",
        "\\\"",
        "'",
        "http://",
        "://a ",
        "://a:b/c ",
        "://u:p@",
        "a@b.cd ",
        "a@",
        ":thin:",
        "?a=b ",
        "?",
        "api key ",
        "a.b.c:d ",
        "Bearer ",
        "eyJ",
        "ghp_",
        "-----BEGIN ",
        "aB1",
        "4bf92f3577b34da6",
        "id 4bf92f3577b34da6a3ce929d0e0e4736 ",
        "4111 ",
        "1-",
        "/Users/",
        "select from '",
        "values (",
        ")=(",
        "%3D",
        "--token ",
        "\u001b[31m",
        "\u001b]",
        "\u200b\u202e",
        "\ud83d",
        "\n"
      })
  void growsAsTheTextDoes(String piece) {
    String text = piece.repeat(SHORT / piece.length());
    String longer = text.repeat(TIMES);
    double ratio = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && ratio > MOST; attempt++) {
      ratio = Math.min(ratio, fastest(longer) / fastest(text));
    }
    double seen = ratio;
    assertTrue(
        seen <= MOST,
        () ->
            "%d characters take %.1f times as long as %d".formatted(longer.length(), seen, SHORT));
  }

  /** The fastest run is the one that nothing else on the machine disturbed. */
  private double fastest(String text) {
    double fastest = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      int times = 0;
      long start = System.nanoTime();
      long took;
      do {
        redactor.text(text, Integer.MAX_VALUE - 8);
        times++;
        took = System.nanoTime() - start;
      } while (took < RUN_NANOS);
      fastest = Math.min(fastest, (double) took / times);
    }
    return fastest;
  }
}

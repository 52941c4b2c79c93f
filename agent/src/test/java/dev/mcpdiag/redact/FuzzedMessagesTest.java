package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Messages that nobody would write, some of them in throwables whose causes lead in circles:
 * 100,000 in a build, a million with {@code -Dmcpdiag.test.messages=1000000}. The seed is fixed.
 */
class FuzzedMessagesTest {
  private static final String CANARY = "hunter2canary";
  private static final int MAX_CHARS = 500;
  private static final int THROWN_EVERY = 20;
  private static final int MAX_STACK_CHARS = 16 * 1024;
  private static final String[] PIECES = {
    "\u001b[31m",
    "\u001b]0;title\u0007",
    "\u009b1m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ud83d",
    "\udc00",
    "\ud83d\ude00",
    "\u0000",
    "\u0007",
    "\r\n",
    "\u2028",
    "{\"a\":[",
    "}]",
    "\\\"",
    "word ",
    "://",
    "a=",
    "0123456789abcdef",
    "password is ",
    "\ufeff",
    "\u0430"
  };

  private final Redactor redactor = Redactor.standard();
  private final Random random = new Random(20261122);
  private final String tenMegabytes = "password=" + CANARY + " " + "x{\"a\":[".repeat(1_500_000);
  private final String deep = "{\"a\":[".repeat(50_000) + CANARY;

  @Test
  void areToldShortAndSoundAndWithoutTheirSecret() {
    int rounds = Integer.getInteger("mcpdiag.test.messages", 100_000);
    long chars = 0;
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      String message = message(round);
      chars += message.length();
      check(redactor.text(message, MAX_CHARS), message);
      if (round % THROWN_EVERY == 0) {
        check(StackText.of(thrown(message, round / THROWN_EVERY), redactor), message);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d fuzzed messages in %.1f s: %,.0f per second, %,d million characters%n",
        rounds, seconds, rounds / seconds, chars / 1_000_000);
  }

  private static void check(ThrowableText text, String message) {
    String told = text.message();
    assertNotNull(told);
    check(told, message);
    String stack = text.stackTrace();
    assertTrue(stack.length() <= MAX_STACK_CHARS, () -> about(message));
    assertFalse(stack.contains(CANARY), () -> about(message));
  }

  private static void check(String told, String message) {
    assertTrue(told.length() <= MAX_CHARS, () -> about(message));
    assertFalse(told.contains(CANARY), () -> about(message));
    for (int at = 0; at < told.length(); at++) {
      char c = told.charAt(at);
      boolean isSound =
          !Character.isSurrogate(c)
              || (Character.isHighSurrogate(c)
                  && at + 1 < told.length()
                  && Character.isLowSurrogate(told.charAt(at + 1)))
              || (at > 0 && Character.isHighSurrogate(told.charAt(at - 1)));
      assertTrue(isSound && (c >= ' ' || c == '\n' || c == '\t'), () -> about(message));
    }
  }

  private static String about(String message) {
    return message.length() > 500 ? message.substring(0, 500) + "..." : message;
  }

  private String message(int round) {
    if (round % 10_000 == 0) {
      return tenMegabytes;
    }
    if (round % 1_000 == 1) {
      return deep;
    }
    StringBuilder message = new StringBuilder();
    for (int pieces = random.nextInt(20); pieces > 0; pieces--) {
      message.append(PIECES[random.nextInt(PIECES.length)]);
    }
    message.append("\npassword=").append(CANARY).append('\n');
    for (int letters = random.nextInt(20); letters > 0; letters--) {
      message.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return message.toString();
  }

  /** Alone, with a cause, with a chain that ends where it began, or with an endless one. */
  private static Throwable thrown(String message, int round) {
    Throwable cause = new IllegalStateException(message);
    return switch (round % 4) {
      case 0 -> cause;
      case 1 -> new RuntimeException(message, cause);
      case 2 -> {
        Circular first = new Circular(message);
        first.next = new RuntimeException(message, first);
        yield first;
      }
      default -> new Endless(message);
    };
  }

  private static final class Circular extends RuntimeException {
    private static final long serialVersionUID = 1;
    @org.jspecify.annotations.Nullable Throwable next;

    Circular(String message) {
      super(message);
    }

    @Override
    public synchronized @org.jspecify.annotations.Nullable Throwable getCause() {
      return next;
    }
  }

  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Endless(String message) {
      super(message);
    }

    @Override
    public synchronized Throwable getCause() {
      return new Endless(String.valueOf(getMessage()));
    }
  }
}

package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StackTextTest {
  private final Redactor redactor = Redactor.standard();

  @Test
  void looksAsJavaPrintsItButForSecrets() {
    Exception cause = new IllegalStateException("password=hunter2 for bob");
    ThrowableText text = StackText.of(new RuntimeException("token: hunter2", cause), redactor);
    assertEquals("java.lang.RuntimeException", text.type());
    assertEquals("token: [redacted]", text.message());
    assertTrue(
        text.stackTrace()
            .startsWith("java.lang.RuntimeException: token: [redacted]\n\tat dev.mcpdiag."),
        text.stackTrace());
    assertTrue(
        text.stackTrace()
            .contains(
                "\nCaused by: java.lang.IllegalStateException: password=[redacted] for bob\n"),
        text.stackTrace());
    assertTrue(text.stackTrace().contains("(StackTextTest.java:"), text.stackTrace());
  }

  @Test
  void keepsItsBounds() {
    Throwable chain = new Exception("\u65e5".repeat(10_000));
    for (int i = 0; i < 1000; i++) {
      chain = new Exception("\u65e5".repeat(10_000), chain);
      chain.setStackTrace(frames(2000, "m".repeat(2000)));
    }
    String text = StackText.of(chain, redactor).stackTrace();
    assertTrue(text.getBytes(StandardCharsets.UTF_8).length <= 16 * 1024);
    assertTrue(count(text, "\tat ") <= 64, text);
    assertTrue(text.endsWith("\t...\n"), text);
  }

  @Test
  void showsAtMost30FramesOfACauseAnd5Causes() {
    Throwable chain = new Exception("0");
    for (int i = 1; i < 9; i++) {
      chain = new Exception("e" + i, chain);
      chain.setStackTrace(frames(40, "m"));
    }
    String text = StackText.of(chain, redactor).stackTrace();
    assertEquals(64, count(text, "\tat "));
    assertEquals(4, count(text, "Caused by: "));
    assertEquals(30, count(text.substring(0, text.indexOf("Caused by")), "\tat "));
    assertTrue(text.contains("\t... 10 more\n"), text);
  }

  @Test
  void endsWhereTheCausesGoRoundInACircle() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);
    String text = StackText.of(first, redactor).stackTrace();
    assertEquals(1, count(text, "Caused by: "), text);
  }

  @Test
  void survivesAStrangersMethods() {
    ThrowableText text = StackText.of(new Hostile(), redactor);
    assertEquals(Redactor.FAILED, text.message());
    assertTrue(text.stackTrace().startsWith(Hostile.class.getName() + ": [redaction-failed]\n"));
  }

  @Test
  void hasNoMessageWhereThereIsNone() {
    ThrowableText text = StackText.of(new Exception((String) null), redactor);
    assertNull(text.message());
    assertTrue(text.stackTrace().startsWith("java.lang.Exception\n\tat "), text.stackTrace());
  }

  @Test
  void keepsAFalseFrameInAMessageOnItsLine() {
    String text = StackText.of(new Exception("a\n\tat evil.Code.run(X:1)"), redactor).stackTrace();
    assertFalse(text.contains("\n\tat evil"), text);
  }

  private static StackTraceElement[] frames(int count, String method) {
    StackTraceElement[] frames = new StackTraceElement[count];
    java.util.Arrays.fill(frames, new StackTraceElement("a.B", method, null, -1));
    return frames;
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new StackOverflowError("secret");
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      throw new IllegalStateException("secret");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("secret");
    }
  }
}

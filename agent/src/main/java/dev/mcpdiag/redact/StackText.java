package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Projects a throwable into bounded, scrubbed text. The throwable is a stranger's object: each of
 * its methods may throw, return null or never end its chain of causes.
 */
public final class StackText {
  private static final int MAX_CAUSES = 5;
  private static final int MAX_FRAMES_PER_CAUSE = 30;
  private static final int MAX_FRAMES = 64;
  private static final int MAX_BYTES = 16 * 1024;
  private static final int MAX_MESSAGE_CHARS = 500;
  static final int MAX_FRAME_CHARS = 300;
  private static final String MORE = "\t...\n";

  private final StringBuilder text = new StringBuilder(2048);
  private int bytes = MORE.length();
  private int frames;

  private StackText() {}

  /**
   * Takes what is needed of a throwable on the thread that has it, in microseconds; the text is
   * made where it is asked for. Never throws; the throwable is not kept. Suppressed throwables are
   * left out.
   */
  public static ThrowableText of(Throwable throwable, Redactor redactor) {
    try {
      Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      List<ThrowableText.Link> links = new ArrayList<>(3);
      Throwable next = throwable;
      while (next != null && links.size() < MAX_CAUSES && seen.add(next)) {
        links.add(linkOf(next, redactor));
        next = causeOf(next);
      }
      return new ThrowableText(links, next == null);
    } catch (Throwable ignored) { // fail closed
      return ThrowableText.unreadable(throwable.getClass().getName());
    }
  }

  private static ThrowableText.Link linkOf(Throwable throwable, Redactor redactor) {
    StackTraceElement[] trace = framesOf(throwable);
    return new ThrowableText.Link(
        throwable.getClass().getName(),
        message(throwable, redactor),
        trace.length <= MAX_FRAMES_PER_CAUSE ? trace : Arrays.copyOf(trace, MAX_FRAMES_PER_CAUSE),
        trace.length);
  }

  /** As Java prints it. */
  static String rendered(List<ThrowableText.Link> links, boolean isWhole) {
    StackText stack = new StackText();
    boolean fits = true;
    for (int i = 0; i < links.size() && fits; i++) {
      ThrowableText.Link link = links.get(i);
      fits =
          stack.append((i == 0 ? "" : "Caused by: ") + heading(link)) && stack.appendFrames(link);
    }
    return isWhole && fits ? stack.text.toString() : stack.text.append(MORE).toString();
  }

  private static String heading(ThrowableText.Link link) {
    String type = PlainText.oneLine(link.type(), MAX_FRAME_CHARS);
    return link.message() == null
        ? type + "\n"
        : type + ": " + PlainText.oneLine(link.message(), MAX_MESSAGE_CHARS) + "\n";
  }

  private boolean appendFrames(ThrowableText.Link link) {
    int shown = Math.min(link.frames().length, MAX_FRAMES - frames);
    frames += shown;
    boolean fits = true;
    for (int i = 0; i < shown && fits; i++) {
      fits = append("\tat " + frame(link.frames()[i]) + "\n");
    }
    int left = link.depth() - shown;
    return fits && (left == 0 || append("\t... " + left + " more\n"));
  }

  /** False when the text is full; then nothing was appended. */
  private boolean append(String line) {
    int more = 0;
    for (int i = 0; i < line.length(); i++) {
      more += line.charAt(i) < 0x80 ? 1 : line.charAt(i) < 0x800 ? 2 : 3;
    }
    if (bytes + more > MAX_BYTES) {
      return false;
    }
    bytes += more;
    text.append(line);
    return true;
  }

  /** Class, method, file and line; no loader and no module. */
  private static String frame(@Nullable StackTraceElement element) {
    if (element == null) {
      return "?";
    }
    String file = element.getFileName();
    String place =
        element.isNativeMethod()
            ? "Native Method"
            : file == null
                ? "Unknown Source"
                : element.getLineNumber() < 0 ? file : file + ":" + element.getLineNumber();
    return PlainText.oneLine(
        element.getClassName() + "." + element.getMethodName() + "(" + place + ")",
        MAX_FRAME_CHARS);
  }

  private static @Nullable String message(Throwable throwable, Redactor redactor) {
    try {
      String raw = throwable.getMessage();
      return raw == null ? null : redactor.text(raw, MAX_MESSAGE_CHARS);
    } catch (Throwable ignored) { // a stranger's getMessage
      return Redactor.FAILED;
    }
  }

  private static @Nullable Throwable causeOf(Throwable throwable) {
    try {
      return throwable.getCause();
    } catch (Throwable ignored) { // a stranger's getCause
      return null;
    }
  }

  private static StackTraceElement[] framesOf(Throwable throwable) {
    try {
      StackTraceElement[] trace = throwable.getStackTrace();
      return trace == null ? new StackTraceElement[0] : trace;
    } catch (Throwable ignored) { // a stranger's getStackTrace
      return new StackTraceElement[0];
    }
  }
}

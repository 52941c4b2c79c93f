package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.Collections;
import java.util.IdentityHashMap;
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
  private static final int MAX_FRAME_CHARS = 300;
  private static final String MORE = "\t...\n";

  private final Redactor redactor;
  private final StringBuilder text = new StringBuilder(2048);
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int bytes = MORE.length();
  private int frames;

  private StackText(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Never throws; the throwable is not kept. Suppressed throwables are left out. */
  public static ThrowableText of(Throwable throwable, Redactor redactor) {
    String type = PlainText.oneLine(throwable.getClass().getName(), MAX_FRAME_CHARS);
    try {
      return new ThrowableText(
          type, message(throwable, redactor), new StackText(redactor).chain(throwable));
    } catch (Throwable ignored) { // fail closed
      return new ThrowableText(type, Redactor.FAILED, Redactor.FAILED);
    }
  }

  private String chain(Throwable first) {
    String title = "";
    Throwable next = first;
    boolean fits = true;
    while (next != null && fits && seen.size() < MAX_CAUSES && seen.add(next)) {
      fits = append(title + heading(next)) && appendFrames(next);
      title = "Caused by: ";
      next = causeOf(next);
    }
    boolean isWhole = next == null && fits;
    return isWhole ? text.toString() : text.append(MORE).toString();
  }

  private String heading(Throwable throwable) {
    String message = message(throwable, redactor);
    String type = PlainText.oneLine(throwable.getClass().getName(), MAX_FRAME_CHARS);
    return message == null
        ? type + "\n"
        : type + ": " + PlainText.oneLine(message, MAX_MESSAGE_CHARS) + "\n";
  }

  private boolean appendFrames(Throwable throwable) {
    StackTraceElement[] trace = framesOf(throwable);
    int shown = Math.min(trace.length, Math.min(MAX_FRAMES_PER_CAUSE, MAX_FRAMES - frames));
    frames += shown;
    boolean fits = true;
    for (int i = 0; i < shown && fits; i++) {
      fits = append("\tat " + frame(trace[i]) + "\n");
    }
    int left = trace.length - shown;
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

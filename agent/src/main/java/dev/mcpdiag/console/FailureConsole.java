package dev.mcpdiag.console;

import dev.mcpdiag.config.ConsoleMode;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.FailureListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints failures for a person. Failures that look alike are printed once in ten seconds; when
 * these are over, one line says how many more came. Thread-safe, waits for nobody.
 */
public final class FailureConsole implements FailureListener {
  /** How long a printed failure speaks for those that look like it. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  private static final int MOST_WINDOWS = 1_000;

  private final Voice voice;
  private final ConsoleMode mode;
  private final FailureText text;
  private final Clock clock;
  private final Map<String, Window> windows = new LinkedHashMap<>();

  /** What was printed, and what came after it. */
  private static final class Window {
    final Instant opened;
    Failure last;
    long repeats;

    Window(Instant opened, Failure first) {
      this.opened = opened;
      this.last = first;
    }
  }

  /**
   * Prints nothing yet.
   *
   * @param traceUrl with {@code {traceId}}, or empty for no link
   */
  public FailureConsole(Voice voice, ConsoleMode mode, String traceUrl, Clock clock) {
    this.voice = voice;
    this.mode = mode;
    this.text = new FailureText(traceUrl);
    this.clock = clock;
  }

  @Override
  public synchronized void failed(Failure failure) {
    if (mode == ConsoleMode.OFF) {
      return;
    }
    closeWindows();
    Window window = windows.get(failure.fingerprint());
    if (window != null) {
      window.repeats++;
      window.last = failure;
      return;
    }
    if (windows.size() >= MOST_WINDOWS) {
      close(windows.values().iterator(), clock.instant());
    }
    windows.put(failure.fingerprint(), new Window(clock.instant(), failure));
    voice.print(mode == ConsoleMode.BLOCK ? text.block(failure) : List.of(text.line(failure)));
  }

  /** Tells of repeats whose ten seconds are over. Call it about once a second. */
  public synchronized void closeWindows() {
    Instant now = clock.instant();
    while (!windows.isEmpty()
        && windows.values().iterator().next().opened.plus(WINDOW).compareTo(now) <= 0) {
      close(windows.values().iterator(), now);
    }
  }

  /** Tells of all repeats now. For the end of the JVM. */
  public synchronized void flush() {
    while (!windows.isEmpty()) {
      close(windows.values().iterator(), clock.instant());
    }
  }

  private void close(Iterator<Window> oldestFirst, Instant now) {
    Window window = oldestFirst.next();
    oldestFirst.remove();
    if (window.repeats > 0) {
      voice.print(List.of(repeated(window, Duration.between(window.opened, now))));
    }
  }

  private static String repeated(Window window, Duration span) {
    Failure last = window.last;
    return "... "
        + last.diagnosis().code()
        + " on "
        + last.attempt().peer().serverName()
        + " repeated "
        + Words.times(window.repeats)
        + " within "
        + Words.span(span)
        + ", last debug id "
        + last.ids().traceId();
  }
}

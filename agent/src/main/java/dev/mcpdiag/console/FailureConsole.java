package dev.mcpdiag.console;

import dev.mcpdiag.config.ConsoleMode;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.FailureListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints failures for a person. Failures that look alike are printed once in ten seconds; of one
 * code on one server there are at most five lines in ten seconds, and of all at most twenty in a
 * second (reference/metrics.md#bounds; a block is one line). What is not printed is counted and
 * told when the ten seconds are over. Thread-safe, waits for nobody.
 */
public final class FailureConsole implements FailureListener {
  /** How long a printed failure speaks for those that look like it. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  private static final int MOST_PER_SECOND = 20;

  private final Voice voice;
  private final ConsoleMode mode;
  private final FailureText text;
  private final Clock clock;
  private final Untold untold = new Untold();
  private final Rate lines = new Rate(MOST_PER_SECOND, Duration.ofSeconds(1));

  /** By fingerprint, the oldest first; no more than lines are printed in ten seconds. */
  private final Map<String, Window> windows = new LinkedHashMap<>();

  /** What was printed, and what came after it. */
  private static final class Window {
    final Instant opened;
    final CodeOnServer kind;
    String lastDebugId = "";
    long repeats;

    Window(Instant opened, CodeOnServer kind) {
      this.opened = opened;
      this.kind = kind;
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
    Instant now = clock.instant();
    closeWindows(now);
    Window window = windows.get(failure.fingerprint());
    if (window != null) {
      window.repeats++;
      window.lastDebugId = failure.ids().traceId();
      return;
    }
    CodeOnServer kind = untold.of(failure, now);
    if (kind.mayPrint(now) && lines.free(now) > 0) {
      print(failure, kind, now);
    } else {
      kind.notPrinted(now, failure.ids().traceId());
    }
  }

  private void print(Failure failure, CodeOnServer kind, Instant now) {
    kind.printed(now);
    kind.windowOpened();
    lines.take(now);
    windows.put(failure.fingerprint(), new Window(now, kind));
    voice.print(mode == ConsoleMode.BLOCK ? text.block(failure) : List.of(text.line(failure)));
  }

  /**
   * Tells of what was not printed in the ten seconds that are over. Call it about once a second.
   */
  public synchronized void closeWindows() {
    closeWindows(clock.instant());
  }

  private void closeWindows(Instant now) {
    for (Iterator<Window> oldestFirst = windows.values().iterator(); oldestFirst.hasNext(); ) {
      Window window = oldestFirst.next();
      boolean isOpen = window.opened.plus(WINDOW).isAfter(now) && !window.opened.isAfter(now);
      if (isOpen) {
        break;
      }
      close(window);
      oldestFirst.remove();
    }
    tell(untold.due(now, lines.free(now)), now);
  }

  /** Tells of everything that was not printed. For the end of the JVM. */
  public synchronized void flush() {
    windows.values().forEach(FailureConsole::close);
    windows.clear();
    tell(untold.all(), clock.instant());
  }

  private static void close(Window window) {
    window.kind.windowClosed(window.opened, window.repeats, window.lastDebugId);
  }

  private void tell(List<CodeOnServer> kinds, Instant now) {
    List<String> told = new ArrayList<>(Untold.lines(kinds, now));
    told.forEach(line -> lines.take(now));
    if (!told.isEmpty()) {
      voice.print(told);
    }
  }
}

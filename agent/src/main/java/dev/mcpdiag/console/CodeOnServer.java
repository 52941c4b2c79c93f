package dev.mcpdiag.console;

import java.time.Duration;
import java.time.Instant;

/**
 * The failures of one code on one server: how many lines they may still have, and what was not
 * printed of them. For one thread at a time.
 */
final class CodeOnServer {
  private static final int MOST_LINES = 5;

  private final String name;
  private final Rate lines = new Rate(MOST_LINES, FailureConsole.WINDOW);
  private int openWindows;
  private long untold;
  private int parts;
  private boolean isOnlyRepeats = true;
  private Instant since = Instant.MAX;
  private Instant toldAt = Instant.MIN;
  private String lastDebugId = "";

  /**
   * @param name {@code MCP_TOOL_NOT_FOUND on weather}
   */
  CodeOnServer(String name) {
    this.name = name;
  }

  boolean mayPrint(Instant now) {
    return lines.free(now) > 0;
  }

  void printed(Instant now) {
    lines.take(now);
  }

  void windowOpened() {
    openWindows++;
  }

  /** The failures that looked like one that was printed, if there were any. */
  void windowClosed(Instant opened, long repeats, String debugId) {
    openWindows--;
    if (repeats > 0) {
      add(opened, repeats, debugId);
    }
  }

  /** A failure gets no line. */
  void notPrinted(Instant now, String debugId) {
    isOnlyRepeats = false;
    add(now, 1, debugId);
  }

  private void add(Instant at, long failures, String debugId) {
    since = at.isBefore(since) ? at : since;
    untold += failures;
    parts++;
    lastDebugId = debugId;
  }

  /** Failures that nobody was told of. */
  long untold() {
    return untold;
  }

  /** Whether to tell of them now: ten seconds after the first, and no more often. */
  boolean isDue(Instant now) {
    return untold > 0
        && mayPrint(now)
        && (since.isAfter(now) || since.plus(FailureConsole.WINDOW).compareTo(now) <= 0)
        && (toldAt.isAfter(now) || toldAt.compareTo(now.minus(FailureConsole.WINDOW)) <= 0);
  }

  /** Whether nothing is known of it that would be missed. */
  boolean isIdle(Instant now) {
    return openWindows == 0 && untold == 0 && lines.free(now) == MOST_LINES;
  }

  /** Tells of them in a line of their own. */
  String line(Instant now) {
    boolean isOneKind = isOnlyRepeats && parts == 1;
    String line =
        "... "
            + name
            + (isOneKind ? " repeated " + Words.times(untold) : ": " + untold + " more")
            + " within "
            + span(now)
            + ", last debug id "
            + lastDebugId;
    told(now);
    return line;
  }

  /** Tells of them as one of many: {@code MCP_TOOL_NOT_FOUND on weather 12}. */
  String entry(Instant now) {
    String entry = name + ' ' + untold;
    told(now);
    return entry;
  }

  String span(Instant now) {
    return Words.span(since.isAfter(now) ? Duration.ZERO : Duration.between(since, now));
  }

  private void told(Instant now) {
    lines.take(now);
    toldAt = now;
    untold = 0;
    parts = 0;
    isOnlyRepeats = true;
    since = Instant.MAX;
  }
}

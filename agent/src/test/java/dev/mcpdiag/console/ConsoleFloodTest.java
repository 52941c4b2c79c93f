package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.config.ConsoleMode;
import dev.mcpdiag.config.LogLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The bounds of reference/metrics.md#bounds: 5 lines in 10 s for a code and server, 20 a second in
 * all.
 */
class ConsoleFloodTest {
  private static final Pattern COUNTED =
      Pattern.compile("on [\\w-]+: (\\d+) more|repeated (\\d+) times| on [\\w-]+ (\\d+)(?:,|$)");

  private final Terminal terminal = new Terminal();
  private final FailureConsole console = console(ConsoleMode.LINE);

  @Test
  void ofOneCodeAndServerHasFiveLinesInTenSecondsAndTheRestIsCounted() {
    for (int i = 0; i < 3_000; i++) {
      console.failed(Sample.unavailable("f" + i, String.format("%032x", i)));
      terminal.pass(Duration.ofMillis(3));
    }
    assertEquals(5, terminal.lines().size());
    terminal.pass(Duration.ofSeconds(2));
    console.closeWindows();
    assertEquals(6, terminal.lines().size());
    assertEquals(
        "[mcpdiag] ... MCP_SERVER_UNAVAILABLE on weather: 2995 more within 10 s,"
            + " last debug id 00000000000000000000000000000bb7",
        terminal.lines().get(5));
  }

  @Test
  void neverHasMoreThanFiveLinesInAnyTenSeconds() {
    List<Long> printedAt = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      console.failed(Sample.unavailable("f" + i % 700, Sample.TRACE_ID));
      console.closeWindows();
      while (printedAt.size() < terminal.lines().size()) {
        printedAt.add(i * 20L);
      }
      terminal.pass(Duration.ofMillis(20));
    }
    for (int i = 5; i < printedAt.size(); i++) {
      long span = printedAt.get(i) - printedAt.get(i - 5);
      assertTrue(span >= 10_000, "six lines in " + span + " ms");
    }
    console.flush();
    assertEquals(3_000, told());
    assertTrue(printedAt.size() > 20, "it says too little: " + printedAt);
  }

  @Test
  void ofManyServersHasTwentyLinesASecond() {
    for (int i = 0; i < 25; i++) {
      console.failed(Sample.unavailableOn("server-" + i, "f" + i));
    }
    assertEquals(20, terminal.lines().size());
    terminal.pass(Duration.ofSeconds(1));
    console.failed(Sample.unavailableOn("server-99", "f99"));
    assertEquals(21, terminal.lines().size());
    console.flush();
    assertEquals(26, told());
  }

  @Test
  void namesEachOfManyCodesAndServersInFewLines() {
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j <= i; j++) {
        console.failed(Sample.unavailableOn("server-" + i, "f" + i + "-" + j));
      }
    }
    terminal.pass(Duration.ofSeconds(10));
    console.closeWindows();
    List<String> lines = terminal.lines();
    assertEquals(20 + 6, lines.size(), lines::toString);
    String first = "[mcpdiag] ... more within 10 s: MCP_SERVER_UNAVAILABLE on server-59 60, MCP_";
    assertTrue(lines.get(20).startsWith(first), lines.get(20));
    assertEquals(60 * 61 / 2, told());
  }

  @Test
  void keepsBoundedMemoryOfServersWithoutEnd() {
    for (int i = 0; i < 3_000; i++) {
      console.failed(Sample.unavailableOn("server-" + i, "f" + i));
    }
    console.flush();
    List<String> lines = terminal.lines();
    assertTrue(lines.size() <= 20 + 21, () -> lines.size() + " lines");
    assertTrue(lines.stream().anyMatch(line -> line.contains("other codes and servers 2800")));
    assertEquals(3_000 - 2_800, told());
  }

  @Test
  void isForgottenWhenItIsOver() {
    for (int i = 0; i < 300; i++) {
      console.failed(Sample.unavailableOn("server-" + i, "f" + i));
    }
    for (int second = 0; second < 40; second++) {
      terminal.pass(Duration.ofSeconds(1));
      console.closeWindows();
    }
    int before = terminal.lines().size();
    console.failed(Sample.unavailableOn("late", "late"));
    assertEquals(before + 1, terminal.lines().size());
    assertTrue(terminal.lines().get(before).contains("| late tools/call"));
  }

  @Test
  void countsABlockAsOneLine() {
    FailureConsole blocks = console(ConsoleMode.BLOCK);
    for (int i = 0; i < 30; i++) {
      blocks.failed(Sample.unavailable("f" + i, Sample.TRACE_ID));
    }
    assertEquals(5, terminal.lines().stream().filter(line -> line.contains("FAILED")).count());
  }

  @Test
  void doesNotSilenceTheConsoleWhenTheClockIsSetBack() {
    for (int i = 0; i < 30; i++) {
      console.failed(Sample.unavailable("f" + i, Sample.TRACE_ID));
    }
    terminal.pass(Duration.ofHours(-1));
    console.closeWindows();
    console.failed(Sample.unavailable("f0", Sample.TRACE_ID));
    assertEquals(7, terminal.lines().size(), terminal.lines()::toString);
  }

  /** Failures that were printed, and those that a line counts by code and server. */
  private long told() {
    long told = 0;
    for (String line : terminal.lines()) {
      if (!line.contains("...")) {
        told++;
        continue;
      }
      told += line.contains("repeated once") ? 1 : 0;
      Matcher counted = COUNTED.matcher(line);
      while (counted.find()) {
        for (int group = 1; group <= 3; group++) {
          told += counted.group(group) == null ? 0 : Long.parseLong(counted.group(group));
        }
      }
    }
    return told;
  }

  private FailureConsole console(ConsoleMode mode) {
    return new FailureConsole(terminal.voice(LogLevel.INFO), mode, "", terminal);
  }
}

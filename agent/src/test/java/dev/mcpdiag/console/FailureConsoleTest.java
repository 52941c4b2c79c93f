package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mcpdiag.config.ConsoleMode;
import dev.mcpdiag.config.LogLevel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureConsoleTest {
  private final Terminal terminal = new Terminal();

  @Test
  void printsAFailureInOneLine() {
    console(ConsoleMode.LINE, "http://localhost:16686/trace/{traceId}")
        .failed(Sample.unavailable());
    assertEquals(
        List.of(
            "[mcpdiag] MCP_SERVER_UNAVAILABLE | transient, retryable: yes, after 2 s"
                + " | weather tools/call search | The server \"weather\" is not available right now."
                + " | because HTTP 503 on this request, 1.2 s before the time-out (rule http-5xx)"
                + " | debug id 0af7651916cd43dd8448eb211c80319c"
                + " | http://localhost:16686/trace/0af7651916cd43dd8448eb211c80319c"),
        terminal.lines());
  }

  @Test
  void printsAFailureAsABlock() {
    console(ConsoleMode.BLOCK, "http://t/{traceId}").failed(Sample.unavailable());
    assertEquals(
        List.of(
            "[mcpdiag]",
            "[mcpdiag] FAILED tools/call search on weather (client, streamable_http)",
            "[mcpdiag]   code       MCP_SERVER_UNAVAILABLE",
            "[mcpdiag]   type       transient",
            "[mcpdiag]   retryable  yes, after 2 s",
            "[mcpdiag]   message    The server \"weather\" is not available right now.",
            "[mcpdiag]   because    HTTP 503 on this request, 1.2 s before the time-out"
                + " (rule http-5xx)",
            "[mcpdiag]   next step  retry_same (delayMs=2000)",
            "[mcpdiag]   or         check_status",
            "[mcpdiag]   action     WAIT_AND_RETRY",
            "[mcpdiag]   page       docs/codes/MCP_SERVER_UNAVAILABLE.md",
            "[mcpdiag]   debug id   0af7651916cd43dd8448eb211c80319c",
            "[mcpdiag]   trace      http://t/0af7651916cd43dd8448eb211c80319c"),
        terminal.lines());
  }

  @Test
  void breaksLongTextUnderItsFirstWordAndNamesThePhaseWithoutACall() {
    console(ConsoleMode.BLOCK, "").failed(Sample.commandNotFound());
    List<String> lines = terminal.lines();
    assertEquals("[mcpdiag] FAILED connect on files (client, stdio)", lines.get(1));
    assertEquals("[mcpdiag]   code       MCP_STDIO_COMMAND_NOT_FOUND (not_on_path)", lines.get(2));
    assertEquals("[mcpdiag]   retryable  no, not before the next step is done", lines.get(4));
    assertEquals(
        "[mcpdiag]              process for npxx was to be started (rule process-not-found)",
        lines.get(7));
  }

  @Test
  void printsNothingWhenItIsOff() {
    FailureConsole console = console(ConsoleMode.OFF, "");
    console.failed(Sample.unavailable());
    console.flush();
    assertEquals(List.of(), terminal.lines());
  }

  @Test
  void printsFailuresEvenWhenTheVoiceIsOff() {
    Voice silent = terminal.voice(LogLevel.OFF);
    new FailureConsole(silent, ConsoleMode.LINE, "", terminal).failed(Sample.unavailable());
    assertEquals(1, terminal.lines().size());
  }

  @Test
  void countsRepeatsAndTellsThemWhenTenSecondsAreOver() {
    FailureConsole console = console(ConsoleMode.LINE, "");
    console.failed(Sample.unavailable("f1", "a".repeat(32)));
    console.failed(Sample.unavailable("f1", "b".repeat(32)));
    console.failed(Sample.unavailable("f1", "c".repeat(32)));
    terminal.pass(Duration.ofSeconds(9));
    console.closeWindows();
    assertEquals(1, terminal.lines().size(), "not yet");
    terminal.pass(Duration.ofSeconds(1));
    console.closeWindows();
    assertEquals(
        "[mcpdiag] ... MCP_SERVER_UNAVAILABLE on weather repeated 2 times within 10 s,"
            + " last debug id cccccccccccccccccccccccccccccccc",
        terminal.lines().get(1));
  }

  @Test
  void printsInFullAgainAfterTenSecondsAndTellsTheRepeatsFirst() {
    FailureConsole console = console(ConsoleMode.LINE, "");
    console.failed(Sample.unavailable());
    console.failed(Sample.unavailable());
    terminal.pass(Duration.ofSeconds(11));
    console.failed(Sample.unavailable());
    List<String> starts = terminal.lines().stream().map(line -> line.substring(10, 14)).toList();
    assertEquals(List.of("MCP_", "... ", "MCP_"), starts);
  }

  @Test
  void doesNotFoldFailuresThatLookDifferent() {
    FailureConsole console = console(ConsoleMode.LINE, "");
    console.failed(Sample.unavailable("f1", "a".repeat(32)));
    console.failed(Sample.unavailable("f2", "b".repeat(32)));
    console.flush();
    assertEquals(2, terminal.lines().size());
  }

  @Test
  void tellsOpenRepeatsAtTheEnd() {
    FailureConsole console = console(ConsoleMode.BLOCK, "");
    console.failed(Sample.unavailable());
    console.failed(Sample.unavailable());
    console.flush();
    console.flush();
    List<String> repeats = terminal.lines().stream().filter(l -> l.contains("repeated")).toList();
    assertEquals(1, repeats.size(), repeats.toString());
    assertEquals(true, repeats.get(0).contains("repeated once within 0 ms"), repeats.toString());
  }

  private FailureConsole console(ConsoleMode mode, String traceUrl) {
    return new FailureConsole(terminal.voice(LogLevel.INFO), mode, traceUrl, terminal);
  }
}

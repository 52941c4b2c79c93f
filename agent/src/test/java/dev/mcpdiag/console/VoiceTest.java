package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class VoiceTest {
  private static final Problem PROBLEM = new Problem("it broke", "here", "mend it");

  private final Terminal terminal = new Terminal();

  @Test
  void startsEveryLineWithItsName() {
    Voice voice = terminal.voice(LogLevel.INFO);
    voice.say(LogLevel.INFO, "one");
    voice.report(PROBLEM);
    voice.say(LogLevel.ERROR, "two");
    assertEquals(
        List.of(
            "[mcpdiag] one", "[mcpdiag] warning: it broke (here): mend it", "[mcpdiag] error: two"),
        terminal.lines());
  }

  @Test
  void saysOnlyWhatTheLevelLets() {
    Voice voice = terminal.voice(LogLevel.WARN);
    voice.say(LogLevel.DEBUG, "no");
    voice.say(LogLevel.INFO, "no");
    voice.say(LogLevel.WARN, "yes");
    terminal.voice(LogLevel.OFF).say(LogLevel.ERROR, "no");
    assertEquals(List.of("[mcpdiag] warning: yes"), terminal.lines());
  }

  @Test
  void saysAProblemOnce() {
    Voice voice = terminal.voice(LogLevel.INFO);
    voice.report(PROBLEM);
    voice.report(PROBLEM);
    voice.report(new Problem("it broke", "there", "mend it"));
    assertEquals(2, terminal.lines().size(), terminal.lines().toString());
  }

  @Test
  void writesAsciiAndNeverAnEscapeOrASecondLine() {
    terminal.voice(LogLevel.INFO).say(LogLevel.INFO, "\u201cgr\u00fcn\u201d\u2026\n\u001b[31mx");
    assertEquals(List.of("[mcpdiag] \"gr\\u00fcn\"... \\u001b[31mx"), terminal.lines());
  }

  @Test
  void writesItsOwnWordsToTheLogFileAndFailuresToStderr(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mcpdiag.log");
    Voice voice = terminal.voice("log.file=" + file);
    voice.say(LogLevel.INFO, "one");
    voice.print(List.of("failure"));
    assertEquals(List.of("[mcpdiag] 2026-11-22T10:00:00Z one"), Files.readAllLines(file));
    assertEquals(List.of("[mcpdiag] failure"), terminal.lines());
  }

  @Test
  void saysWhyTheLogFileCannotBeWrittenAndUsesStderr(@TempDir Path folder) {
    String file = folder.resolve("none/mcpdiag.log").toString();
    terminal.voice("log.file=" + file).say(LogLevel.INFO, "one");
    assertEquals(
        List.of(
            "[mcpdiag] warning: cannot write the log file, because its folder does not exist;"
                + (" stderr is used (mcpdiag.log.file=" + file + "): ")
                + "name a plain file in a folder that this process may write",
            "[mcpdiag] one"),
        terminal.lines());
  }

  @Test
  void refusesALogFileThatIsTheProcessesStdout() {
    terminal.voice("log.file=/dev/stdout").say(LogLevel.INFO, "one");
    assertTrue(
        terminal.lines().get(0).contains("it is not a regular file"), terminal.lines().get(0));
    assertEquals("[mcpdiag] one", terminal.lines().get(1));
  }

  @Test
  void keepsSilentWhenStderrIsClosed() {
    terminal.isClosed = true;
    terminal.voice(LogLevel.INFO).say(LogLevel.INFO, "one");
  }

  @Test
  void leavesTheWritingToTheThreadThatWasNamed() {
    Queue<Runnable> work = new ArrayDeque<>();
    Voice voice = terminal.voice(LogLevel.INFO);
    voice.writeOn(work::add);
    voice.say(LogLevel.INFO, "one");
    assertEquals(List.of(), terminal.lines());
    work.remove().run();
    assertEquals(List.of("[mcpdiag] one"), terminal.lines());
  }

  @Test
  void writesItselfWhenThatThreadIsGone() {
    Voice voice = terminal.voice(LogLevel.INFO);
    voice.writeOn(
        work -> {
          throw new RejectedExecutionException();
        });
    voice.say(LogLevel.INFO, "one");
    voice.flush(Duration.ofSeconds(1));
    assertEquals(List.of("[mcpdiag] one"), terminal.lines());
  }

  @Test
  void writesItselfAtTheEndWhenThatThreadIsBusy() {
    Voice voice = terminal.voice(LogLevel.INFO);
    voice.writeOn(work -> {});
    voice.say(LogLevel.INFO, "summary");
    voice.flush(Duration.ofMillis(20));
    assertEquals(List.of("[mcpdiag] summary"), terminal.lines());
  }

  @Test
  void makesNobodyWaitForABlockedStderrAndCountsWhatIsLost() throws InterruptedException {
    CountDownLatch isBlocked = new CountDownLatch(1);
    CountDownLatch reader = new CountDownLatch(1);
    Outlet slow =
        lines -> {
          isBlocked.countDown();
          try {
            reader.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          terminal.write(lines);
        };
    Voice voice = new Voice(LogLevel.INFO, slow, terminal);
    Thread first = new Thread(() -> voice.say(LogLevel.INFO, "first"));
    first.start();
    isBlocked.await();
    for (int i = 0; i < 1_003; i++) {
      voice.say(LogLevel.INFO, "line");
    }
    voice.flush(Duration.ofMillis(20));
    reader.countDown();
    first.join();
    assertEquals(1 + 1_000 + 1, terminal.lines().size());
    assertEquals(
        "[mcpdiag] warning: 3 lines were not printed, because stderr was blocked",
        terminal.lines().get(1_001));
  }

  @Test
  void tellsTwoHundredProblemsAndCountsTheOthers() {
    Voice voice = terminal.voice(LogLevel.INFO);
    for (int i = 0; i < 1_000; i++) {
      voice.report(new Problem("it failed with " + i, "here", "mend it"));
    }
    voice.flush(Duration.ofSeconds(1));
    List<String> lines = terminal.lines();
    assertEquals(200 + 2, lines.size());
    assertEquals("[mcpdiag] warning: 800 more problems were not told", lines.get(201));
  }
}

package dev.mcpdiag.console;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one voice of the agent: whole ASCII lines on stderr, each with the prefix {@code [mcpdiag] }.
 * Its own words follow {@code mcpdiag.log.level} and {@code mcpdiag.log.file}; failures always go
 * to stderr. Any thread; nothing throws. Only one thread writes at a time and the others never wait
 * for it: what does not fit the queue behind a blocked stderr is dropped and counted.
 */
public final class Voice implements Problems {
  static final String PREFIX = "[mcpdiag] ";
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_PROBLEMS = 200;

  private record Text(boolean isOwn, String lines) {
    byte[] bytes() {
      return lines.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final LogLevel level;
  private final Outlet stderr;
  private final Clock clock;
  private volatile @Nullable Outlet file;
  private volatile @Nullable Executor writer;
  private final Queue<Text> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean isWriting = new AtomicBoolean();
  private final AtomicInteger dropped = new AtomicInteger();
  private final AtomicInteger problemsUnsaid = new AtomicInteger();
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  Voice(LogLevel level, Outlet stderr, Clock clock) {
    this.level = level;
    this.stderr = stderr;
    this.clock = clock;
  }

  /**
   * Speaks as the user set it.
   *
   * @param writer blocks as long as stderr does, so nothing else should wait for it
   */
  public static Voice of(Settings settings, Executor writer) {
    Voice voice = new Voice(settings.logLevel(), new StandardError(), Clock.systemUTC());
    voice.writeOn(writer);
    voice.open(settings.logFile().orElse(null));
    return voice;
  }

  static Voice of(Settings settings, Outlet stderr, Clock clock) {
    Voice voice = new Voice(settings.logLevel(), stderr, clock);
    voice.open(settings.logFile().orElse(null));
    return voice;
  }

  private void open(@Nullable String logFile) {
    if (logFile != null) {
      try {
        file = LogFile.open(logFile);
      } catch (IOException e) {
        report(notWritten(logFile, String.valueOf(e.getMessage())));
      }
    }
  }

  /** Hands the writing over; until then the caller writes. */
  void writeOn(Executor thread) {
    writer = thread;
  }

  /** Says a line of the agent itself, where the user's level lets it. */
  public void say(LogLevel weight, String line) {
    if (level == LogLevel.OFF || weight == LogLevel.OFF || weight.compareTo(level) < 0) {
      return;
    }
    String word =
        switch (weight) {
          case DEBUG -> "debug: ";
          case WARN -> "warning: ";
          case ERROR -> "error: ";
          case INFO, OFF -> "";
        };
    String stamp = file == null ? "" : clock.instant().truncatedTo(ChronoUnit.MILLIS) + " ";
    enqueue(new Text(true, whole(List.of(stamp + word + line))));
  }

  /**
   * Says a problem, once for all times that it comes. At most {@value #MOST_PROBLEMS} of a JVM:
   * whoever can make a sentence of ours contain his text must not fill a log with it.
   */
  @Override
  public void report(Problem problem) {
    String sentence = problem.sentence();
    if (said.contains(sentence)) {
      return;
    }
    if (said.size() >= MOST_PROBLEMS) {
      if (problemsUnsaid.getAndIncrement() == 0) {
        say(LogLevel.WARN, MOST_PROBLEMS + " problems were told; further ones are only counted");
      }
    } else if (said.add(sentence)) {
      say(LogLevel.WARN, sentence);
    }
  }

  private void tellUnsaid() {
    int unsaid = problemsUnsaid.getAndSet(0);
    if (unsaid > 0) {
      say(LogLevel.WARN, unsaid + " more problems were not told");
    }
  }

  /** Prints lines about a failure, whatever the level; they stay together. */
  void print(List<String> lines) {
    enqueue(new Text(false, whole(lines)));
  }

  /**
   * Waits until everything is written, or the time is over. For the end of the JVM: where the
   * writing thread is busy with something else by then, the caller writes.
   */
  public void flush(Duration atMost) {
    tellUnsaid();
    long end = System.nanoTime() + atMost.toNanos();
    if (waiting.isEmpty() && !isWriting.get()) {
      return;
    }
    startWriting();
    while ((!waiting.isEmpty() || isWriting.get()) && System.nanoTime() - end < 0) {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    writeWaiting();
  }

  private static String whole(List<String> lines) {
    StringBuilder text = new StringBuilder(256);
    for (String line : lines) {
      text.append((PREFIX + Ascii.line(line)).stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private void enqueue(Text text) {
    if (!waiting.offer(text)) {
      dropped.incrementAndGet();
    }
    startWriting();
  }

  private void startWriting() {
    Executor thread = writer;
    if (thread != null) {
      try {
        thread.execute(this::writeWaiting);
        return;
      } catch (RejectedExecutionException ignored) {
        // The agent is shutting down: the last lines are written here.
      }
    }
    writeWaiting();
  }

  private void writeWaiting() {
    // Once more after the flag is down: a line may have come between the last look and that.
    while (!waiting.isEmpty() && isWriting.compareAndSet(false, true)) {
      try {
        for (Text text = waiting.poll(); text != null; text = waiting.poll()) {
          write(text);
        }
        int lost = dropped.getAndSet(0);
        if (lost > 0) {
          String line = "warning: " + lost + " lines were not printed, because stderr was blocked";
          write(new Text(true, whole(List.of(line))));
        }
      } finally {
        isWriting.set(false);
      }
    }
  }

  private void write(Text text) {
    Outlet log = text.isOwn ? file : null;
    try {
      if (log != null) {
        log.write(text.bytes());
        return;
      }
    } catch (IOException e) {
      file = null;
      Problem problem = notWritten("this file", "a write failed");
      write(new Text(true, whole(List.of("warning: " + problem.sentence()))));
    }
    try {
      stderr.write(text.bytes());
    } catch (IOException ignored) {
      // Stderr is closed; there is nobody left to tell.
    }
  }

  private static Problem notWritten(String name, String reason) {
    return new Problem(
        "cannot write the log file, because " + reason + "; stderr is used",
        "mcpdiag.log.file=" + name,
        "name a plain file in a folder that this process may write");
  }
}

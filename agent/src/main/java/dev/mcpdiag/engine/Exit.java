package dev.mcpdiag.engine;

import dev.mcpdiag.call.Endings;
import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.console.ExitSummary;
import dev.mcpdiag.console.FailureConsole;
import dev.mcpdiag.console.Tally;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.telemetry.ExportTally;
import dev.mcpdiag.telemetry.OwnSdk;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that no failure is lost because the JVM ends, within two seconds in all. The
 * application's own shutdown hooks run beside this one, and may be through later: the agent's
 * threads work on for as long as the JVM lives, and a call that fails after this hook is told by
 * the thread on which it failed.
 */
final class Exit implements Runnable {
  private static final long ALL_NANOS = TimeUnit.MILLISECONDS.toNanos(1_900);

  /** For what is not told yet: a first failure loads classes. */
  private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(1_300);

  /** Of these, for custom classifiers. */
  private static final long OPINION_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  /** Longer than a thread waits for its turn; a stderr that nobody reads stays blocked. */
  private static final long VOICE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** In all, however many calls fail after the hook. */
  private static final long AFTERWARDS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Runnable first;
  private final Endings endings;
  private final Courier courier;
  private final FailureConsole console;
  private final OwnSdk telemetry;
  private final boolean isExportAskedFor;
  private final Tally tally;
  private final Voice voice;
  private long nanosLeft = AFTERWARDS_NANOS;
  private long told;
  private volatile boolean isOver;

  /**
   * @param first what must not wait: the rest of the JVM ends at the same time
   * @param isExportAskedFor whether somebody misses events that are not delivered
   */
  Exit(
      Runnable first,
      Endings endings,
      Courier courier,
      FailureConsole console,
      OwnSdk telemetry,
      boolean isExportAskedFor,
      Tally tally,
      Voice voice) {
    this.first = first;
    this.endings = endings;
    this.courier = courier;
    this.console = console;
    this.telemetry = telemetry;
    this.isExportAskedFor = isExportAskedFor;
    this.tally = tally;
    this.voice = voice;
  }

  /** Asks the JVM to run this at its end. */
  void register() {
    try {
      Runtime.getRuntime().addShutdownHook(Threads.atExit(this));
    } catch (IllegalStateException tooLate) {
      isOver = true; // the application uses MCP for the first time while its JVM ends
    }
  }

  @Override
  public synchronized void run() {
    first.run();
    long end = System.nanoTime() + ALL_NANOS;
    endings.endBy(System.nanoTime() + OPINION_NANOS);
    tell(end);
    // From here on whoever fails sees to it himself; who failed before that is seen here.
    isOver = true;
    if (courier.progress() != told) {
      tell(end);
    }
    sumUp(end);
  }

  /** Called each time that a call failed. Waits a moment where the hook is over or never came. */
  void afterwards() {
    if (isOver && !courier.isHere()) {
      tellAfterwards();
    }
  }

  private synchronized void tellAfterwards() {
    if (nanosLeft > 0 && courier.progress() != told) {
      long begin = System.nanoTime();
      tell(begin + nanosLeft);
      sumUp(begin + nanosLeft);
      nanosLeft -= System.nanoTime() - begin;
    }
  }

  private void tell(long end) {
    long tellEnd = earlier(end, System.nanoTime() + TELL_NANOS);
    while (endings.isJudging() && System.nanoTime() - tellEnd < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    courier.await(tellEnd);
    told = courier.progress();
    console.flush();
    voice.flush(left(earlier(end, System.nanoTime() + VOICE_NANOS)));
    telemetry.loop().flush(left(end - VOICE_NANOS));
  }

  private void sumUp(long end) {
    ExportTally.Count events = telemetry.tally().events();
    long delivered = events.delivered();
    long all = events.offered() + tally.events().left();
    boolean isWanted = isExportAskedFor || events.isMet();
    voice.say(
        LogLevel.INFO,
        ExitSummary.line(
            tally, isWanted ? new ExitSummary.Events(delivered, all - delivered) : null));
    voice.flush(left(earlier(end, System.nanoTime() + VOICE_NANOS)));
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}

package dev.mcpdiag.engine;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.console.ExitSummary;
import dev.mcpdiag.console.FailureConsole;
import dev.mcpdiag.console.Tally;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.telemetry.OwnSdk;
import java.time.Duration;

/** What is left to do when the JVM ends, within two seconds in all. */
final class Exit implements Runnable {
  private static final Duration EXPORT = Duration.ofMillis(1_500);
  private static final Duration VOICE = Duration.ofMillis(200);
  private static final long TELL_NANOS = 200_000_000;

  private final Runnable first;
  private final Courier courier;
  private final FailureConsole console;
  private final OwnSdk telemetry;
  private final Tally tally;
  private final Voice voice;

  /**
   * @param first what must not wait: the rest of the JVM ends at the same time
   */
  Exit(
      Runnable first,
      Courier courier,
      FailureConsole console,
      OwnSdk telemetry,
      Tally tally,
      Voice voice) {
    this.first = first;
    this.courier = courier;
    this.console = console;
    this.telemetry = telemetry;
    this.tally = tally;
    this.voice = voice;
  }

  @Override
  public void run() {
    first.run();
    courier.drain(System.nanoTime() + TELL_NANOS);
    console.flush();
    telemetry.loop().close(EXPORT);
    tally.countDelivered(telemetry.tally().events().delivered());
    tally.countDropped(telemetry.tally().events().dropped() + telemetry.tally().events().waiting());
    voice.say(LogLevel.INFO, ExitSummary.line(tally));
    voice.flush(VOICE);
  }
}

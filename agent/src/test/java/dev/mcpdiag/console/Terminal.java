package dev.mcpdiag.console;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.SettingsReader;
import dev.mcpdiag.config.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a person sees on stderr, and a clock that a test moves. */
final class Terminal extends Clock implements Outlet {
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  boolean isClosed;

  Voice voice(LogLevel level) {
    return new Voice(level, this, this);
  }

  /** A voice as the options of an agent argument make it. */
  Voice voice(String agentArgument) {
    Surroundings nothing = new Surroundings(Map.of(), Map.of());
    Settings settings =
        SettingsReader.read(
            agentArgument,
            nothing,
            problem -> {
              throw new AssertionError(problem.sentence());
            });
    return Voice.of(settings, this, this);
  }

  @Override
  public synchronized void write(byte[] lines) throws IOException {
    if (isClosed) {
      throw new IOException("Stream Closed");
    }
    seen.write(lines);
  }

  synchronized List<String> lines() {
    return seen.toString(StandardCharsets.UTF_8).lines().toList();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

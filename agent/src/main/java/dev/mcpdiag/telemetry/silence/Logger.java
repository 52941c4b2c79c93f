package dev.mcpdiag.telemetry.silence;

import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code java.util.logging.Logger} and drops everything: what matters about an export is
 * seen in its answer and told as a problem. Has just the methods that the libraries call; a missing
 * one is found by the test of the jar.
 */
public final class Logger {
  private static final Logger ONLY = new Logger();

  private Logger() {}

  public static Logger getLogger(String name) {
    return ONLY;
  }

  public boolean isLoggable(Level level) {
    return false;
  }

  public void log(Level level, @Nullable String message) {}

  public void log(Level level, @Nullable String message, @Nullable Object parameter) {}

  public void log(Level level, @Nullable String message, Object @Nullable [] parameters) {}

  public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {}

  public void severe(@Nullable String message) {}

  public void warning(@Nullable String message) {}

  public void info(@Nullable String message) {}

  public void fine(@Nullable String message) {}

  public void finer(@Nullable String message) {}

  public void finest(@Nullable String message) {}
}

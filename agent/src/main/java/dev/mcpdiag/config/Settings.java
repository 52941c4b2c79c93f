package dev.mcpdiag.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user decided, complete: every option has a value. Immutable. */
public final class Settings {
  private final Map<String, Object> values;

  /**
   * @param values of each key the object that its option's shape gave
   */
  Settings(Map<String, Object> values) {
    this.values = values;
  }

  @SuppressWarnings("unchecked") // The reader puts what the option's own shape returned.
  private <T> T value(Option<T> option) {
    Object value = values.get(option.key());
    return value == null ? option.defaultValue() : (T) value;
  }

  /** Asked in every JVM, also in those without MCP; so it must not load the option table. */
  public boolean isEnabled() {
    return !Boolean.FALSE.equals(values.get("mcpdiag.enabled"));
  }

  /** Display names by {@code host}, {@code host:port} or command, in the order given. */
  public Map<String, String> serverNames() {
    return value(Options.SERVER_NAMES);
  }

  /** Holds {@code {traceId}}. */
  public Optional<String> traceUrl() {
    return text(Options.TRACE_URL);
  }

  public ConsoleMode console() {
    return value(Options.CONSOLE);
  }

  public LogLevel logLevel() {
    return value(Options.LOG_LEVEL);
  }

  public Optional<String> logFile() {
    return text(Options.LOG_FILE);
  }

  public TelemetryOwner telemetry() {
    return value(Options.TELEMETRY);
  }

  public boolean isPropagating() {
    return value(Options.PROPAGATION);
  }

  public boolean isInstrumented(Instrumentation part) {
    return value(
        switch (part) {
          case CLIENT -> Options.CLIENT;
          case SERVER -> Options.SERVER;
          case HTTP -> Options.HTTP;
          case STDIO -> Options.STDIO;
        });
  }

  public ArgumentCapture captureArguments() {
    return value(Options.CAPTURE_ARGUMENTS);
  }

  public List<String> redactKeys() {
    return value(Options.REDACT_KEYS);
  }

  /** Regular expressions that compile. */
  public List<String> redactPatterns() {
    return value(Options.REDACT_PATTERNS);
  }

  /** Jars and folders, as the user wrote them. */
  public List<String> extensions() {
    return value(Options.EXTENSIONS);
  }

  public Duration classifierTimeout() {
    return value(Options.CLASSIFIER_TIMEOUT);
  }

  /** Zero: no call is ever called hung. */
  public Duration hungAfter() {
    return value(Options.HUNG_AFTER);
  }

  public Optional<String> rulesFile() {
    return text(Options.RULES_FILE);
  }

  private Optional<String> text(Option<String> option) {
    String text = value(option);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}

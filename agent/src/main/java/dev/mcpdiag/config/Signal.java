package dev.mcpdiag.config;

import java.util.Locale;

/** The three signals of OpenTelemetry, each with settings of its own. */
public enum Signal {
  /** Spans of calls. */
  TRACES,

  /** Durations and counters. */
  METRICS,

  /** Failure events. */
  LOGS;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** {@code traces}, {@code metrics} or {@code logs}, as in paths and property names. */
  public String text() {
    return text;
  }
}

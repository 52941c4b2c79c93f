package dev.mcpdiag.telemetry;

import java.util.List;

/**
 * What takes attributes: a span of whatever OpenTelemetry is bound, or one of our events. It lets
 * one table say what a call looks like on both.
 */
public interface AttributeSink {
  void text(String name, String value);

  void number(String name, long value);

  void decimal(String name, double value);

  void flag(String name, boolean value);

  void texts(String name, List<String> values);
}

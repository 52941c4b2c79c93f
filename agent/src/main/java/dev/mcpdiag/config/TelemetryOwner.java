package dev.mcpdiag.config;

/** Who owns spans and events ({@code mcpdiag.telemetry}). */
public enum TelemetryOwner {
  /**
   * The OpenTelemetry agent or the application's SDK if there is one, else our own. The default.
   */
  AUTO,

  /** Always our own SDK, even beside another one. */
  OWN,

  /** Only what the application has; nothing is exported without it. */
  APP,

  /** No spans and no events; the console still tells of failures. */
  OFF
}

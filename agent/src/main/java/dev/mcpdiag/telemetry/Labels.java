package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;

/** Tells series of one metric apart; equal by value, and cheap to make and to compare. */
interface Labels {
  /** The same for people; made once per export. */
  Attributes attributes();
}

/**
 * Spans and events: how they are made, joined with the application's traces, and exported over
 * OTLP.
 */
@NullMarked
package dev.mcpdiag.telemetry;

import org.jspecify.annotations.NullMarked;

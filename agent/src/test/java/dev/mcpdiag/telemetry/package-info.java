/** What reaches a collector, seen by a real HTTP server that reads OTLP. */
@NullMarked
package dev.mcpdiag.telemetry;

import org.jspecify.annotations.NullMarked;

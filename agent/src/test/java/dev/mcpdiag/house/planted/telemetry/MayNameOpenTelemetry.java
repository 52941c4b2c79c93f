package dev.mcpdiag.house.planted.telemetry;

import io.opentelemetry.api.trace.Span;

interface MayNameOpenTelemetry {
  Span span();
}

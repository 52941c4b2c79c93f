package dev.mcpdiag.house.planted.call;

import io.opentelemetry.api.trace.Span;

interface NamesOpenTelemetry {
  Span span();
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans as whole OTLP export requests. Most spans are of calls that went well, so here alone
 * the marshaler is one that keeps its workspace. One thread at a time.
 */
final class SpanRequests implements Function<List<ReadableSpan>, byte[]> {
  /** Made with the first request: the start of a JVM has no time for it. */
  private @Nullable LowAllocationTraceRequestMarshaler workspace;

  @Override
  public byte[] apply(List<ReadableSpan> spans) {
    List<SpanData> data = new ArrayList<>(spans.size());
    for (ReadableSpan span : spans) {
      data.add(span.toSpanData());
    }
    if (workspace == null) {
      workspace = new LowAllocationTraceRequestMarshaler();
    }
    LowAllocationTraceRequestMarshaler marshaler = workspace;
    try {
      marshaler.initialize(data);
      return Marshal.bytes(marshaler);
    } finally {
      marshaler.reset();
    }
  }
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Writes whole OTLP export requests. */
final class Marshal {
  private Marshal() {}

  static byte[] events(List<EventData> events) {
    return bytes(LogsRequestMarshaler.create(Collections.<LogRecordData>unmodifiableList(events)));
  }

  static byte[] spans(List<ReadableSpan> spans) {
    List<SpanData> data = new ArrayList<>(spans.size());
    for (ReadableSpan span : spans) {
      data.add(span.toSpanData());
    }
    return bytes(TraceRequestMarshaler.create(data));
  }

  /** Of several snapshots that wait, the first one taken here has it all. */
  static byte[] metrics(List<Supplier<List<MetricData>>> snapshots) {
    return bytes(MetricsRequestMarshaler.create(snapshots.get(0).get()));
  }

  private static byte[] bytes(Marshaler request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(request.getBinarySerializedSize());
    try {
      request.writeBinaryTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}

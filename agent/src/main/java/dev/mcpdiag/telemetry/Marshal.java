package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Writes whole OTLP export requests. */
final class Marshal {
  private Marshal() {}

  static byte[] events(List<EventData> events) {
    return bytes(LogsRequestMarshaler.create(Collections.<LogRecordData>unmodifiableList(events)));
  }

  /** Of several snapshots that wait, the first one taken here has it all. */
  static byte[] metrics(List<Supplier<List<MetricData>>> snapshots) {
    return bytes(MetricsRequestMarshaler.create(snapshots.get(0).get()));
  }

  static byte[] bytes(Marshaler request) {
    Exactly bytes = new Exactly(request.getBinarySerializedSize());
    try {
      request.writeBinaryTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.taken();
  }

  /** Gives its buffer away instead of a copy where it became exactly full. */
  private static final class Exactly extends ByteArrayOutputStream {
    Exactly(int size) {
      super(size);
    }

    byte[] taken() {
      return count == buf.length ? buf : toByteArray();
    }
  }
}

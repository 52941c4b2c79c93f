package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.internal.W3CTraceContextEncoding;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans as whole OTLP export requests: ExportTraceServiceRequest of opentelemetry-proto 1.x,
 * whose field numbers these are. Most spans are of calls that went well, and the library's
 * marshalers took more time for each of them than the call's own thread. One thread at a time.
 */
final class SpanRequests implements Function<List<OwnSpan>, byte[]> {
  // SpanFlags of trace.proto.
  private static final int KNOWS_IF_REMOTE = 0x100;
  private static final int IS_REMOTE = 0x200;

  private static final int STATUS_ERROR = 2;

  private final Speaker speaker;

  /** Made with the first request: the start of a JVM has no time for it. */
  private @Nullable ProtoBuffer workspace;

  SpanRequests(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  public byte[] apply(List<OwnSpan> spans) {
    if (workspace == null) {
      workspace = new ProtoBuffer(32 * 1024);
    }
    ProtoBuffer to = workspace;
    ProtoAttributes attributes = new ProtoAttributes(to);
    int resourceSpans = to.begin(1);
    int resource = to.begin(1);
    attributes.inField(1);
    speaker.resource().getAttributes().forEach((key, value) -> resource(attributes, key, value));
    to.end(resource);
    int scopeSpans = to.begin(2);
    int scope = to.begin(1);
    to.text(1, speaker.scope().getName());
    String version = speaker.scope().getVersion();
    if (version != null) {
      to.text(2, version);
    }
    to.end(scope);
    attributes.inField(9);
    for (OwnSpan span : spans) {
      int begun = to.begin(2);
      write(span, to);
      span.attributesTo(attributes);
      to.end(begun);
    }
    to.end(scopeSpans);
    to.end(resourceSpans);
    return to.take();
  }

  private static void resource(AttributeSink to, AttributeKey<?> key, Object value) {
    to.text(key.getKey(), value.toString()); // OTEL_RESOURCE_ATTRIBUTES knows texts only
  }

  private static void write(OwnSpan span, ProtoBuffer to) {
    SpanContext own = span.own();
    ids(own, to);
    SpanContext parent = span.parent();
    if (parent != null) {
      to.hex(4, parent.getSpanId());
    }
    to.text(5, span.name());
    to.number(6, kind(span.kind()));
    to.fixed64(7, span.startEpochNanos());
    to.fixed64(8, span.endEpochNanos());
    SpanContext link = span.link();
    if (link != null) {
      int begun = to.begin(13);
      ids(link, to);
      to.fixed32(6, flags(link, link));
      to.end(begun);
    }
    if (span.hasErrorStatus()) {
      int begun = to.begin(15);
      to.number(3, STATUS_ERROR);
      to.end(begun);
    }
    to.fixed32(16, flags(own, parent));
  }

  /** Trace id, span id and trace state have the same numbers in spans and links. */
  private static void ids(SpanContext of, ProtoBuffer to) {
    to.hex(1, of.getTraceId());
    to.hex(2, of.getSpanId());
    if (!of.getTraceState().isEmpty()) {
      to.text(3, W3CTraceContextEncoding.encodeTraceState(of.getTraceState()));
    }
  }

  /**
   * @param mayBeRemote the span whose being remote the flags tell
   */
  private static int flags(SpanContext of, @Nullable SpanContext mayBeRemote) {
    boolean isRemote = mayBeRemote != null && mayBeRemote.isRemote();
    return (of.getTraceFlags().asByte() & 0xFF) | KNOWS_IF_REMOTE | (isRemote ? IS_REMOTE : 0);
  }

  private static int kind(Bridge.Kind kind) {
    return switch (kind) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
    };
  }
}

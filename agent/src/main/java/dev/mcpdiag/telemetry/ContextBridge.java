package dev.mcpdiag.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose child a span is, with the contexts and propagators of OpenTelemetry's API. Linked to
 * several APIs, so what {@link OtelBridge} says of itself holds here too.
 */
abstract class ContextBridge implements Bridge {
  private final TextMapPropagator propagator;

  /**
   * @param propagator what reads and writes the {@code _meta} headers
   */
  ContextBridge(TextMapPropagator propagator) {
    this.propagator = propagator;
  }

  /**
   * Starts a span.
   *
   * @param parent holds the span above it, if there is one
   * @param related another span around it, null if there is none
   */
  abstract CallSpan startIn(String name, Kind kind, Context parent, @Nullable SpanContext related);

  /** What reads and writes the {@code _meta} headers. */
  final TextMapPropagator propagator() {
    return propagator;
  }

  @Override
  public final Object currentContext() {
    return Context.current();
  }

  @Override
  public final @Nullable String currentTraceId() {
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() ? current.getTraceId() : null;
  }

  @Override
  public final Map<String, String> currentHeaders() {
    return headers(Context.current(), propagator);
  }

  static SpanKind kindOf(Kind kind) {
    return switch (kind) {
      case CLIENT -> SpanKind.CLIENT;
      case SERVER -> SpanKind.SERVER;
      case INTERNAL -> SpanKind.INTERNAL;
    };
  }

  static Map<String, String> headers(Context context, TextMapPropagator propagator) {
    Map<String, String> headers = new HashMap<>(4);
    propagator.inject(context, headers, ContextBridge::put);
    return headers;
  }

  private static void put(@Nullable Map<String, String> headers, String name, String value) {
    if (headers != null) {
      headers.put(name, value);
    }
  }

  @Override
  public final CallSpan start(String name, Kind kind, Object parent, Map<String, String> remote) {
    Context ambient = parent instanceof Context context ? context : Context.current();
    if (remote.isEmpty()) {
      return startIn(name, kind, ambient, null);
    }
    Context sent = propagator.extract(ambient, remote, MetaGetter.ONLY);
    SpanContext local = Span.fromContext(ambient).getSpanContext();
    SpanContext sender = Span.fromContext(sent).getSpanContext();
    // The sender's span is the parent; the HTTP request around it is only related.
    boolean isRelated = local.isValid() && !local.equals(sender);
    return startIn(name, kind, sent, isRelated ? local : null);
  }

  private enum MetaGetter implements TextMapGetter<Map<String, String>> {
    ONLY;

    @Override
    @SuppressWarnings("deprecation") // Abstract in the older APIs that this class may meet.
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Failure;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Spans of somebody else's OpenTelemetry. Compiled against the plain API and context only: it is
 * defined once more, remapped, beside the API of the OpenTelemetry agent or of the application, so
 * nothing of the SDK may appear here, and what it shares with the engine has JDK types and our own
 * only.
 */
public final class OtelBridge extends ContextBridge {
  private final Tracer tracer;

  private OtelBridge(Tracer tracer, TextMapPropagator propagator) {
    super(propagator);
    this.tracer = tracer;
  }

  /**
   * The bridge to an instance of the API that this class was linked to.
   *
   * @param version of the instrumentation scope
   * @param propagators names as in OTEL_PROPAGATORS, checked before
   * @return null where it is a no-op, which owns nothing
   */
  public static @Nullable Bridge to(
      Object openTelemetry, String version, List<String> propagators) {
    OpenTelemetry owner = (OpenTelemetry) openTelemetry;
    return owner.getTracerProvider() == TracerProvider.noop()
        ? null
        : new OtelBridge(
            owner.getTracer(Names.SCOPE, version), MetaPropagators.of(propagators, told -> {}));
  }

  @Override
  CallSpan startIn(String name, Kind kind, Context parent, @Nullable SpanContext related) {
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kindOf(kind)).setParent(parent);
    if (related != null) {
      builder.addLink(related);
    }
    Span span = builder.startSpan();
    return new BridgedSpan(span, parent.with(span), propagator());
  }

  private static final class BridgedSpan extends ContextSpan {
    /** Keys keep their hash and encoded name, so they are worth keeping; the names are few. */
    private static final Map<String, AttributeKey<String>> KEYS = new ConcurrentHashMap<>();

    private final Span span;
    private final Failure.@Nullable Ids madeUp;

    BridgedSpan(Span span, Context context, TextMapPropagator propagator) {
      super(context, propagator);
      this.span = span;
      // An owner that is switched off gives no ids, but a failure still needs its Debug ID.
      this.madeUp = span.getSpanContext().isValid() ? null : randomIds();
    }

    private static Failure.Ids randomIds() {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      return new Failure.Ids(hex(random) + hex(random), hex(random), false);
    }

    private static String hex(ThreadLocalRandom random) {
      // The lowest bit is set because ids of zeros only are invalid.
      String digits = Long.toHexString(random.nextLong() | 1);
      return "0".repeat(16 - digits.length()) + digits;
    }

    @Override
    public Failure.Ids ids() {
      if (madeUp != null) {
        return madeUp;
      }
      SpanContext own = span.getSpanContext();
      return new Failure.Ids(own.getTraceId(), own.getSpanId(), own.isSampled());
    }

    @Override
    void isError() {
      span.setStatus(StatusCode.ERROR); // without a description: it would be text of the peer
    }

    @Override
    void end(boolean isOfFailure) {
      span.end();
    }

    @Override
    public void text(String name, String value) {
      AttributeKey<String> key = KEYS.get(name);
      if (key == null) {
        key = AttributeKey.stringKey(name);
        KEYS.put(name, key);
      }
      span.setAttribute(key, value);
    }

    @Override
    public void number(String name, long value) {
      span.setAttribute(name, value);
    }

    @Override
    public void decimal(String name, double value) {
      span.setAttribute(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
      span.setAttribute(name, value);
    }

    @Override
    public void texts(String name, List<String> values) {
      span.setAttribute(AttributeKey.stringArrayKey(name), values);
    }
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Spans through whichever OpenTelemetry API this class was linked to. Compiled against the plain
 * API and context only: it is defined once more, remapped, beside the API of the OpenTelemetry
 * agent or of the application, so nothing of the SDK may appear here, and what it shares with the
 * engine has JDK types and our own only.
 */
public final class OtelBridge implements Bridge {
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  /**
   * @param openTelemetry who owns the spans
   * @param version of the instrumentation scope
   * @param propagator what reads and writes the {@code _meta} headers
   */
  public OtelBridge(OpenTelemetry openTelemetry, String version, TextMapPropagator propagator) {
    this(openTelemetry.getTracer(Names.SCOPE, version), propagator);
  }

  /**
   * The bridge to an instance of the API that this class was linked to.
   *
   * @param propagators names as in OTEL_PROPAGATORS, checked before
   * @return null where it is a no-op, which owns nothing
   */
  public static @Nullable Bridge to(
      Object openTelemetry, String version, List<String> propagators) {
    OpenTelemetry owner = (OpenTelemetry) openTelemetry;
    return owner.getTracerProvider() == TracerProvider.noop()
        ? null
        : new OtelBridge(owner, version, MetaPropagators.of(propagators, told -> {}));
  }

  OtelBridge(Tracer tracer, TextMapPropagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public Object currentContext() {
    return Context.current();
  }

  @Override
  public @Nullable String currentTraceId() {
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() ? current.getTraceId() : null;
  }

  @Override
  public Map<String, String> currentHeaders() {
    Map<String, String> headers = new HashMap<>(4);
    propagator.inject(Context.current(), headers, (to, name, value) -> headers.put(name, value));
    return headers;
  }

  @Override
  public CallSpan start(String name, Kind kind, Object parent, Map<String, String> remote) {
    Context ambient = parent instanceof Context context ? context : Context.current();
    Context above = ambient;
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kindOf(kind));
    if (!remote.isEmpty()) {
      Context sent = propagator.extract(ambient, remote, MetaGetter.ONLY);
      SpanContext local = Span.fromContext(ambient).getSpanContext();
      SpanContext sender = Span.fromContext(sent).getSpanContext();
      // The sender's span is the parent; the HTTP request around it is only related.
      if (local.isValid() && !local.equals(sender)) {
        builder.addLink(local);
      }
      above = sent;
    }
    Span span = builder.setParent(above).startSpan();
    return new BridgedSpan(span, above.with(span), propagator);
  }

  private static SpanKind kindOf(Kind kind) {
    return switch (kind) {
      case CLIENT -> SpanKind.CLIENT;
      case SERVER -> SpanKind.SERVER;
      case INTERNAL -> SpanKind.INTERNAL;
    };
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

  private enum MetaSetter implements TextMapSetter<Map<String, String>> {
    ONLY;

    @Override
    public void set(@Nullable Map<String, String> headers, String name, String value) {
      if (headers != null) {
        headers.put(name, value);
      }
    }
  }

  private static final class BridgedSpan implements CallSpan, AttributeSink {
    /** Keys keep their hash and encoded name, so they are worth keeping; the names are few. */
    private static final Map<String, AttributeKey<String>> KEYS = new ConcurrentHashMap<>();

    private final Span span;
    private final Context context;
    private final TextMapPropagator propagator;
    private final Failure.@Nullable Ids madeUp;

    BridgedSpan(Span span, Context context, TextMapPropagator propagator) {
      this.span = span;
      this.context = context;
      this.propagator = propagator;
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
    public Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>(4);
      propagator.inject(context, headers, MetaSetter.ONLY);
      return headers;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // The caller closes it, through the scope returned.
    public Scope makeCurrent() {
      return context.makeCurrent()::close;
    }

    @Override
    public void succeeded(Attempt attempt) {
      CallAttributes.ofSpan(attempt, this);
      span.end();
    }

    @Override
    public void failed(Failure failure, boolean isError, @Nullable Integer peerCode) {
      CallAttributes.ofSpan(failure.attempt(), this);
      CallAttributes.ofBoth(failure, this);
      if (peerCode != null) {
        text(Names.STATUS_CODE, peerCode.toString());
      }
      if (isError) {
        CallAttributes.text(this, Names.ERROR_TYPE, failure.attempt().errorType());
        // Without a description: it would be text of the peer.
        span.setStatus(StatusCode.ERROR);
      }
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

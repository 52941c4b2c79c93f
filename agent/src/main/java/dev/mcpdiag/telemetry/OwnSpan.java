package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Failure;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call. Attributes come at its end only, all on the thread that ends it; the export
 * reads them later.
 */
final class OwnSpan extends ContextSpan {
  /** Names and values of a call that goes well fit. */
  private static final int USUAL = 24;

  private final SpanContext own;
  private final @Nullable SpanContext parent;
  private final @Nullable SpanContext link;
  private final String name;
  private final Bridge.Kind kind;
  private final @Nullable FinishedSpans finished;
  private final long startEpochNanos;
  private final long startNanos;
  private long endEpochNanos;
  private boolean isError;
  private @Nullable Object[] attributes = {};
  private int size;

  OwnSpan(
      SpanContext own,
      @Nullable SpanContext parent,
      @Nullable SpanContext link,
      String name,
      Bridge.Kind kind,
      @Nullable FinishedSpans finished,
      Context context,
      TextMapPropagator propagator) {
    super(context, propagator);
    this.own = own;
    this.parent = parent;
    this.link = link;
    this.name = name;
    this.kind = kind;
    this.finished = finished;
    this.startEpochNanos = EventAttributes.nanos(Instant.now());
    this.startNanos = System.nanoTime();
  }

  SpanContext own() {
    return own;
  }

  @Nullable SpanContext parent() {
    return parent;
  }

  @Nullable SpanContext link() {
    return link;
  }

  String name() {
    return name;
  }

  Bridge.Kind kind() {
    return kind;
  }

  long startEpochNanos() {
    return startEpochNanos;
  }

  long endEpochNanos() {
    return endEpochNanos;
  }

  boolean hasErrorStatus() {
    return isError;
  }

  /** Passes on what was set. */
  void attributesTo(AttributeSink sink) {
    for (int i = 0; i < size; i += 2) {
      if (attributes[i] instanceof String attribute) {
        pass(attribute, attributes[i + 1], sink);
      }
    }
  }

  @SuppressWarnings("unchecked") // Only texts() adds lists.
  private static void pass(String name, @Nullable Object value, AttributeSink to) {
    if (value instanceof String text) {
      to.text(name, text);
    } else if (value instanceof Long number) {
      to.number(name, number);
    } else if (value instanceof Boolean flag) {
      to.flag(name, flag);
    } else if (value instanceof Double decimal) {
      to.decimal(name, decimal);
    } else if (value instanceof List<?> texts) {
      to.texts(name, (List<String>) texts);
    }
  }

  @Override
  public Failure.Ids ids() {
    return new Failure.Ids(own.getTraceId(), own.getSpanId(), own.isSampled());
  }

  @Override
  void isError() {
    isError = true;
  }

  @Override
  void end(boolean isOfFailure) {
    endEpochNanos = startEpochNanos + (System.nanoTime() - startNanos);
    if (finished != null) {
      finished.add(this, isOfFailure);
    }
  }

  private void add(String name, Object value) {
    if (size == attributes.length) {
      attributes = Arrays.copyOf(attributes, size == 0 ? USUAL : size * 2);
    }
    attributes[size++] = name;
    attributes[size++] = value;
  }

  @Override
  public void text(String name, String value) {
    add(name, value);
  }

  @Override
  public void number(String name, long value) {
    add(name, value);
  }

  @Override
  public void decimal(String name, double value) {
    add(name, value);
  }

  @Override
  public void flag(String name, boolean value) {
    add(name, value);
  }

  @Override
  public void texts(String name, List<String> values) {
    add(name, List.copyOf(values));
  }
}

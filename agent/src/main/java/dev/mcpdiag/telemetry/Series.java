package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What is measured, kept apart by labels. Bounded: an agent that makes tool names up must not fill
 * the memory, so whatever comes after {@value #MOST} label sets shares one series. Any thread.
 */
final class Series<K extends Labels, V> {
  static final int MOST = 2_000;
  private static final Attributes OVERFLOW = Attributes.builder().put(Names.OVERFLOW, true).build();

  private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();
  private final Supplier<V> empty;
  private volatile boolean isOverflowing;
  private final V rest;

  Series(Supplier<V> empty) {
    this.empty = empty;
    this.rest = empty.get();
  }

  V of(K labels) {
    V value = known.get(labels);
    if (value != null) {
      return value;
    }
    if (known.size() >= MOST) {
      isOverflowing = true;
      return rest;
    }
    return known.computeIfAbsent(labels, ignored -> empty.get());
  }

  boolean hasAny() {
    return !known.isEmpty();
  }

  void forEach(BiConsumer<Attributes, V> to) {
    known.forEach((labels, value) -> to.accept(labels.attributes(), value));
    if (isOverflowing) {
      to.accept(OVERFLOW, rest);
    }
  }
}

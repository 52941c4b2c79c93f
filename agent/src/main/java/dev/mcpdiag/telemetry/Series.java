package dev.mcpdiag.telemetry;

import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, kept apart by labels. Bounded: beyond {@value #MOST} label sets a new one is
 * kept with less detail, so that a real tool still has its series. Any thread.
 */
final class Series<K extends Labels, V> {
  static final int MOST = 2_000;

  /** More than there are label sets with less detail: 200 targets, methods, error or not. */
  private static final int MOST_IN_ALL = MOST + 1_500;

  private static final Attributes OVERFLOW = Attributes.builder().put(Names.OVERFLOW, true).build();

  private final ConcurrentHashMap<K, V> known = new ConcurrentHashMap<>();
  private final Supplier<V> empty;
  private volatile boolean isOverflowing;
  private final V rest;

  Series(Supplier<V> empty) {
    this.empty = empty;
    this.rest = empty.get();
  }

  /** What is measured under these labels, null if nothing was yet. */
  @Nullable V known(K labels) {
    return known.get(labels);
  }

  /**
   * The same, made if there is none.
   *
   * @param coarse labels with less detail, asked for when there are too many series
   */
  V of(K labels, Supplier<K> coarse) {
    V value = madeBelow(MOST, labels);
    if (value == null) {
      value = madeBelow(MOST_IN_ALL, coarse.get());
    }
    if (value == null) {
      isOverflowing = true;
      return rest;
    }
    return value;
  }

  private @Nullable V madeBelow(int most, K labels) {
    V value = known.get(labels);
    return value != null || known.size() >= most
        ? value
        : known.computeIfAbsent(labels, ignored -> empty.get());
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

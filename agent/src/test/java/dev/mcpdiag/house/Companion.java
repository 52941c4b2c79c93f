package dev.mcpdiag.house;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A companion that fails in one way in every row, and counts how often it was called. */
final class Companion {
  /** The ways to fail. */
  enum Way {
    THROWS_AN_EXCEPTION,
    THROWS_A_CHECKED_EXCEPTION,
    THROWS_A_LINKAGE_ERROR,
    OVERFLOWS_THE_STACK,
    RUNS_OUT_OF_MEMORY,
    KNOWS_NO_ANSWER,
    HAS_NO_ADAPTERS,
    CANNOT_BE_MADE,
    IS_NOT_THERE,
    CANNOT_BE_TOLD_OF_FAULTS
  }

  private final Way way;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();

  Companion(Way way) {
    this.way = way;
  }

  int calls() {
    return calls.get();
  }

  int faults() {
    return faults.get();
  }

  @SuppressWarnings("NullAway") // a maker that gives null is one of the ways to fail
  Callable<@Nullable Function<Object[], Object>[]> maker(int rows) {
    return () ->
        switch (way) {
          case CANNOT_BE_MADE -> throw new ClassNotFoundException("reactor.core.publisher.Mono");
          case IS_NOT_THERE -> null;
          default -> adapters(rows);
        };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Function<Object[], Object>[] adapters(int rows) {
    Function<Object[], Object>[] all = new Function[rows];
    if (way != Way.HAS_NO_ADAPTERS) {
      Arrays.fill(all, (Function<Object[], @Nullable Object>) values -> answer());
    }
    return all;
  }

  private @Nullable Object answer() {
    calls.incrementAndGet();
    return switch (way) {
      case THROWS_A_CHECKED_EXCEPTION -> throw unchecked(new InterruptedException());
      case THROWS_A_LINKAGE_ERROR -> throw new NoClassDefFoundError("reactor/core/Exceptions");
      case OVERFLOWS_THE_STACK -> throw new StackOverflowError();
      case RUNS_OUT_OF_MEMORY -> throw new OutOfMemoryError("planted");
      case KNOWS_NO_ANSWER -> null;
      default -> throw new IllegalStateException("planted");
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException unchecked(Throwable checked) throws T {
    throw (T) checked;
  }

  BiConsumer<Integer, Throwable> listener() {
    return (row, fault) -> {
      faults.incrementAndGet();
      if (way == Way.CANNOT_BE_TOLD_OF_FAULTS) {
        throw new IllegalStateException("planted");
      }
    };
  }
}

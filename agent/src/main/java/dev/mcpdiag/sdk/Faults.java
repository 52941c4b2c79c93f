package dev.mcpdiag.sdk;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where faults of signal handling go; set once when the companion is made. */
final class Faults {
  private static volatile @Nullable Consumer<Throwable> listener;

  private Faults() {}

  static void tell(Consumer<Throwable> consumer) {
    listener = consumer;
  }

  static void report(Throwable fault) {
    Consumer<Throwable> consumer = listener;
    if (consumer != null) {
      consumer.accept(fault);
    }
  }
}

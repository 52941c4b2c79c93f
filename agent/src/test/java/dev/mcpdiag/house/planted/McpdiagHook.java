package dev.mcpdiag.house.planted;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A hook as it must not be: names a library, has a method reference, lets faults through. */
public final class McpdiagHook {
  public static final int ROWS = 1;
  static final UnaryOperator<Mono<String>> HIDDEN = Mono::log;

  private static @Nullable Callable<Function<Object[], Object>[]> companion;

  private McpdiagHook() {}

  public static void link(
      Callable<Function<Object[], Object>[]> maker, BiConsumer<Integer, Throwable> onFault) {
    companion = maker;
  }

  /** Lets a fault of the adapter reach the SDK. */
  public static Object leaks(Object own) throws Exception {
    return companion == null ? own : companion.call()[0].apply(new Object[] {own});
  }
}

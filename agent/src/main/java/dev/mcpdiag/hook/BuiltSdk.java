package dev.mcpdiag.hook;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest OpenTelemetry SDK that an application built. Not used here: {@link SdkCapture}
 * defines it once more beside that SDK, where woven code calls it, so that nothing of the agent
 * holds an object of the application.
 */
public final class BuiltSdk {
  private static volatile @Nullable Object newest;

  private BuiltSdk() {}

  /** The result of {@code OpenTelemetrySdkBuilder.build()}. */
  public static Object built(Object sdk) {
    newest = sdk;
    return sdk;
  }

  /** Null before the first one was built. */
  public static @Nullable Object newest() {
    return newest;
  }
}

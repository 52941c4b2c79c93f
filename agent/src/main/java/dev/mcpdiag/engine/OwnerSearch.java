package dev.mcpdiag.engine;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.TelemetryOwner;
import dev.mcpdiag.console.StartLines;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.hook.BridgeLoader;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.telemetry.Bridge;
import dev.mcpdiag.weave.ApplicationOtel;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the OpenTelemetry that an application's spans should go through
 * (design/architecture.md#joining-the-applications-traces). The first of these wins: the
 * OpenTelemetry agent, an SDK that the application built, a global one.
 */
final class OwnerSearch {
  private static final String BRIDGE = "dev.mcpdiag.telemetry.OtelBridge";
  private static final String GLOBAL = "api.GlobalOpenTelemetry";

  private final TelemetryOwner wanted;
  private final List<String> propagators;
  private final SdkCapture capture;
  private final Voice voice;
  private volatile boolean hasFound;
  private volatile boolean isBroken;

  OwnerSearch(TelemetryOwner wanted, List<String> propagators, SdkCapture capture, Voice voice) {
    this.wanted = wanted;
    this.propagators = propagators;
    this.capture = capture;
    this.voice = voice;
  }

  /** Whether looking can find anything. */
  boolean isWorthwhile() {
    return !isBroken && (wanted == TelemetryOwner.AUTO || wanted == TelemetryOwner.APP);
  }

  /** Whether any application of this JVM has an owner. */
  boolean hasFound() {
    return hasFound;
  }

  /** The bridge of the first owner, null if there is none yet. Never throws. */
  @Nullable Bridge find(ClassLoader application) {
    if (!isWorthwhile()) {
      return null;
    }
    try {
      Bridge found = ofAgent();
      return found != null ? found : ofApplication(application);
    } catch (InvocationTargetException e) {
      return notLinked(e.getCause());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return notLinked(e);
    }
  }

  private @Nullable Bridge ofAgent() throws ReflectiveOperationException {
    Object global = global(ApplicationOtel.AGENT_PACKAGE, null);
    return global == null
        ? null
        : joined(global, BridgeLoader.ofAgent(), "the OpenTelemetry agent");
  }

  private @Nullable Bridge ofApplication(ClassLoader application)
      throws ReflectiveOperationException {
    Object built = capture.newest(application);
    Object owner = built != null ? built : global(ApplicationOtel.PACKAGE, application);
    ClassLoader api = owner == null ? null : owner.getClass().getClassLoader();
    return owner == null || api == null
        ? null
        : joined(owner, BridgeLoader.ofApplication(api), "the application's OpenTelemetry");
  }

  private @Nullable Bridge joined(Object openTelemetry, ClassLoader bridges, String name)
      throws ReflectiveOperationException {
    Bridge bridge =
        (Bridge)
            Class.forName(BRIDGE, true, bridges)
                .getMethod("to", Object.class, String.class, List.class)
                .invoke(null, openTelemetry, Version.text(), propagators);
    if (bridge != null) {
      hasFound = true;
      voice.say(LogLevel.INFO, StartLines.joined(name));
    }
    return bridge;
  }

  /**
   * A global that somebody set. An application's is never asked by {@code get()}: that would latch
   * a no-op, and the application's own {@code set} would fail. The agent sets its own before any
   * application runs, so older ones, without {@code isSet}, may be asked.
   */
  private static @Nullable Object global(String root, @Nullable ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> global;
    try {
      global = Class.forName(root.replace('/', '.') + GLOBAL, true, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
    try {
      boolean isSet = Boolean.TRUE.equals(global.getMethod("isSet").invoke(null));
      return isSet ? global.getMethod("getOrNoop").invoke(null) : null;
    } catch (NoSuchMethodException older) { // before API 1.57
      return loader == null ? global.getMethod("get").invoke(null) : null;
    }
  }

  private @Nullable Bridge notLinked(@Nullable Throwable reason) {
    isBroken = true;
    voice.report(
        new Problem(
            "the OpenTelemetry of this application cannot be joined: " + reason,
            "mcpdiag.telemetry=" + wanted.name().toLowerCase(java.util.Locale.ROOT),
            "spans go through mcpdiag's own; please report this with the version in use"));
    return null;
  }
}

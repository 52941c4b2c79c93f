package dev.mcpdiag.engine;

import dev.mcpdiag.hook.Hooks;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.weave.ApplicationOtel;
import dev.mcpdiag.weave.WeaveReport;
import dev.mcpdiag.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Weaves the classes of the hook table as they load. Loads no class of the application. */
final class WatchedClasses implements ClassFileTransformer {
  private final Weaver weaver = new Weaver();
  private final Map<ClassLoader, WatchedSdk> sdks = new WeakHashMap<>();
  private final WeaveReport ofOthers = new WeaveReport();
  private final UnservedApi unserved;
  private final Core core;
  private final Hooks hooks;
  private final SdkCapture capture;
  private final JmxWatch jmx;

  WatchedClasses(Instrumentation instrumentation, Core core, JmxWatch jmx) {
    this.core = core;
    this.jmx = jmx;
    this.capture = new SdkCapture(instrumentation);
    this.hooks =
        new Hooks(
            instrumentation,
            core.problems(),
            application -> core.companion(application, capture, sdk(application)));
    this.unserved = new UnservedApi(core.problems());
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null) {
      if (JmxWatch.isSign(name)) {
        jmx.alive();
      }
      return null;
    }
    if (!weaver.isHooked(name)) {
      unserved.loads(name);
      return null;
    }
    if (!core.isWatched(name)) {
      return null;
    }
    byte[] woven = weave(loader, name, bytes);
    if (name.equals(ApplicationOtel.SDK_BUILDER)) {
      // Says nothing about MCP: the engine's threads sleep on.
      return woven != null && capture.define(loader, domain) ? woven : null;
    }
    if (woven == null || !isReached(loader, name, domain)) {
      return null;
    }
    core.wake();
    return woven;
  }

  private byte @Nullable [] weave(ClassLoader loader, String name, byte[] bytes) {
    if (!isOfSdk(name)) {
      return weaver.weave(name, bytes, ofOthers);
    }
    WatchedSdk sdk = sdk(loader);
    byte[] woven = weaver.weave(name, bytes, sdk.report());
    sdk.woven(name);
    return woven;
  }

  private WatchedSdk sdk(ClassLoader loader) {
    synchronized (sdks) {
      return sdks.computeIfAbsent(loader, made -> new WatchedSdk(core.voice()));
    }
  }

  private boolean isReached(ClassLoader loader, String name, @Nullable ProtectionDomain domain) {
    return isOfSdk(name) ? hooks.define(loader, domain) : hooks.defineBesideSdk(loader);
  }

  /** Frameworks and WebFlux transports come in jars of their own, so maybe in loaders of theirs. */
  private static boolean isOfSdk(String name) {
    return name.startsWith("io/modelcontextprotocol/") && !name.contains("/Web");
  }
}

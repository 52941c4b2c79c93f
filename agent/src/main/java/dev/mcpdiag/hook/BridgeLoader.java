package dev.mcpdiag.hook;

import dev.mcpdiag.weave.ApplicationOtel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Links the bridge to somebody else's OpenTelemetry: defines its classes once more with the package
 * of that API in place of ours. Everything else of {@code dev.mcpdiag} is the engine's.
 */
public final class BridgeLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /** As compiled; the build renames this text together with the classes. */
  private static final String OURS = "io/opentelemetry/";

  private static final String[] DEFINED = {
    "dev.mcpdiag.telemetry.OtelBridge",
    "dev.mcpdiag.telemetry.ContextBridge",
    "dev.mcpdiag.telemetry.ContextSpan",
    "dev.mcpdiag.telemetry.MetaPropagators"
  };

  private final ClassLoader engine = BridgeLoader.class.getClassLoader();
  private final String theirs;

  private BridgeLoader(@Nullable ClassLoader api, String theirs) {
    super("mcpdiag-bridge", api);
    this.theirs = theirs;
  }

  /** Beside the API of an application; the loader is that of the instance to use. */
  public static ClassLoader ofApplication(ClassLoader api) {
    return new BridgeLoader(api, ApplicationOtel.PACKAGE);
  }

  /** Beside the renamed API of the OpenTelemetry agent. */
  public static ClassLoader ofAgent() {
    return new BridgeLoader(null, ApplicationOtel.AGENT_PACKAGE);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.mcpdiag.")) {
      return super.loadClass(name, resolve);
    }
    if (!isDefined(name)) {
      return engine.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private static boolean isDefined(String name) {
    for (String defined : DEFINED) {
      if (name.equals(defined) || name.startsWith(defined + '$')) {
        return true;
      }
    }
    return false;
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try {
      byte[] original = CompanionLoader.classFile(engine, name);
      if (original == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] linked = RenamedClass.of(original, OURS, theirs);
      return defineClass(name, linked, 0, linked.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}

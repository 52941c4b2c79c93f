package dev.mcpdiag.gate;

import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.security.CodeSource;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The only way from the gate into the engine: finds the jar, makes the loader, calls one class. */
final class EngineLink {
  private static final String ENGINE = "dev.mcpdiag.engine.Engine";

  private EngineLink() {}

  /**
   * Loads and starts the engine.
   *
   * @return what weaves watched classes, or null when a setting switches the agent off
   */
  static @Nullable ClassFileTransformer start(String arguments, Instrumentation instrumentation)
      throws Exception {
    return (ClassFileTransformer)
        call(
            "start",
            new Class<?>[] {String.class, Instrumentation.class},
            arguments,
            instrumentation);
  }

  /** Answers {@code --version}, {@code --codes}, {@code --config}: stdout, stderr, exit code. */
  static Object[] commandLine(String[] arguments) throws Exception {
    return (Object[]) call("commandLine", new Class<?>[] {String[].class}, (Object) arguments);
  }

  private static Object call(String method, Class<?>[] types, Object... arguments)
      throws Exception {
    ClassLoader loader = new EngineLoader(new JarFile(jar()));
    try {
      return Class.forName(ENGINE, true, loader).getMethod(method, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the engine failed: " + e.getCause(), e.getCause());
    }
  }

  private static File jar() throws Exception {
    CodeSource source = EngineLink.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the agent's jar file is not known to the JVM");
    }
    URL location = source.getLocation();
    return new File(location.toURI());
  }
}

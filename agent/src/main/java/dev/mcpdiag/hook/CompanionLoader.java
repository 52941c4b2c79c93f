package dev.mcpdiag.hook;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sees both worlds: the adapters are its own, {@code dev.mcpdiag} comes from the engine, everything
 * else from the application. Lives as long as the application's loader does.
 */
final class CompanionLoader extends ClassLoader {
  static final String OWN = "dev.mcpdiag.sdk.";
  private static final String ENGINE = "dev.mcpdiag.";
  private static final String HOOK = "io.modelcontextprotocol.spec.McpdiagHook";

  private final ClassLoader engine;

  CompanionLoader(ClassLoader application, ClassLoader engine) {
    super("mcpdiag-companion", application);
    this.engine = engine;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(ENGINE)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(OWN)) {
      return engine.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = classFile(engine, name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** The class file of the hook. */
  static byte[] hook(ClassLoader engine) {
    byte[] bytes = classFile(engine, HOOK);
    if (bytes == null) {
      throw new IllegalStateException("the agent jar lacks " + HOOK);
    }
    return bytes;
  }

  /** A class file of the agent jar, null if there is none. */
  static byte @Nullable [] classFile(ClassLoader engine, String name) {
    try (InputStream in = engine.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }
}

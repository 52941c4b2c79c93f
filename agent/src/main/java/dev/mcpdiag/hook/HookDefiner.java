package dev.mcpdiag.hook;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/**
 * Defines the hook class in a loader of the application
 * (design/architecture.md#rings-and-class-loaders). Opens {@code java.lang} to the engine's unnamed
 * module alone; where that fails, goes through the SDK's anchor interface, which is never woven and
 * so may be loaded while a class is being transformed.
 */
final class HookDefiner {
  static final String ANCHOR = "io.modelcontextprotocol.spec.McpTransport";

  private final Instrumentation instrumentation;
  private final Module engine = HookDefiner.class.getModule();

  HookDefiner(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  Class<?> define(ClassLoader loader, String name, byte[] bytes, ProtectionDomain domain)
      throws ReflectiveOperationException {
    try {
      open(Object.class.getModule(), "java.lang");
      Method define =
          ClassLoader.class.getDeclaredMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ProtectionDomain.class);
      define.setAccessible(true);
      return (Class<?>) define.invoke(loader, name, bytes, 0, bytes.length, domain);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError) {
        return Class.forName(name, true, loader); // attached twice, or defined by another thread
      }
      throw e;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return throughAnchor(loader, bytes);
    }
  }

  private Class<?> throughAnchor(ClassLoader loader, byte[] bytes)
      throws ReflectiveOperationException {
    Class<?> anchor = Class.forName(ANCHOR, false, loader);
    open(anchor.getModule(), anchor.getPackageName());
    return MethodHandles.privateLookupIn(anchor, MethodHandles.lookup()).defineClass(bytes);
  }

  private void open(Module module, String packageName) {
    if (module.isNamed() && !module.isOpen(packageName, engine)) {
      instrumentation.redefineModule(
          module, Set.of(), Map.of(), Map.of(packageName, Set.of(engine)), Set.of(), Map.of());
    }
  }
}

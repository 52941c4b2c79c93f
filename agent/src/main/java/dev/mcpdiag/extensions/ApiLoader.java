package dev.mcpdiag.extensions;

import dev.mcpdiag.api.FailureClassifier;

/** All that an extension sees besides its own jar: the JDK and the engine's copy of the API. */
final class ApiLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String API = FailureClassifier.class.getPackageName() + ".";

  private final ClassLoader engine = ApiLoader.class.getClassLoader();

  ApiLoader() {
    super("mcpdiag-api", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(API) ? engine.loadClass(name) : super.loadClass(name, resolve);
  }
}

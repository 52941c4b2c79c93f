package dev.mcpdiag.hook;

import dev.mcpdiag.weave.ApplicationOtel;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the OpenTelemetry SDK that an application builds, inside that application's loader.
 * Spring Boot and others never register theirs globally, so there is no other way to find it.
 */
public final class SdkCapture {
  private static final String ORIGINAL = "dev.mcpdiag.hook.BuiltSdk";
  private static final String KEEPER = ApplicationOtel.SDK_KEEPER.replace('/', '.');

  private final HookDefiner definer;
  private volatile boolean isAnywhere;

  /** Nothing is defined yet. */
  public SdkCapture(Instrumentation instrumentation) {
    definer = new HookDefiner(instrumentation);
  }

  /**
   * Defines what the woven builder calls, in the loader that is loading the builder.
   *
   * @return false where that cannot be: the builder then has to stay as it is
   */
  @SuppressWarnings("NullAway") // defineClass takes a null domain
  public boolean define(ClassLoader loader, @Nullable ProtectionDomain domain) {
    try {
      byte[] original = CompanionLoader.classFile(SdkCapture.class.getClassLoader(), ORIGINAL);
      if (original == null) {
        return false;
      }
      byte[] keeper =
          RenamedClass.of(original, ORIGINAL.replace('.', '/'), ApplicationOtel.SDK_KEEPER);
      definer.define(loader, KEEPER, keeper, domain);
      isAnywhere = true;
      return true;
    } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
      return false;
    }
  }

  /** The newest SDK built in a loader or its parents, null if there is none. */
  public @Nullable Object newest(ClassLoader application) {
    if (!isAnywhere) {
      return null;
    }
    try {
      return Class.forName(KEEPER, true, application).getMethod("newest").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // this application has none
    }
  }
}

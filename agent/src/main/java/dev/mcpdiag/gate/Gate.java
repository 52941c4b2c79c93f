package dev.mcpdiag.gate;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the name of every class that is about to load and wakes the engine at the first one of
 * the MCP SDK. All that a JVM without MCP pays for the agent is this comparison of names.
 */
final class Gate implements ClassFileTransformer {
  private static final String SDK = "io/modelcontextprotocol/";
  private static final String OTHER_SDK = "io/modelcontextprotocol/kotlin/";
  private static final String SPRING_AI = "org/springframework/ai/mcp/";
  private static final String SPRING_AI_ANNOTATIONS = "org/springaicommunity/mcp/"; // with 1.1
  private static final String SPRING_SIGN_IN = "org/springframework/security/oauth2/client/";
  private static final String SIGN_OF_SDK = SDK + "spec/McpTransport.class";
  private static final String OTEL_BUILDER = "io/opentelemetry/sdk/OpenTelemetrySdkBuilder";

  /** A class of the JDK that says: JMX is awake. The engine, if it is, wants to know. */
  private static final String SIGN_OF_JMX = "javax/management/MBeanServerFactory";

  private final String arguments;
  private final Instrumentation instrumentation;
  private volatile @Nullable ClassFileTransformer weaver;
  private final AtomicBoolean hasToldOfWeaving = new AtomicBoolean();
  private boolean isOff;

  Gate(String arguments, Instrumentation instrumentation) {
    this.arguments = arguments;
    this.instrumentation = instrumentation;
  }

  /** Starts to watch; on attach also weaves what is loaded already. */
  void open(boolean isLate) {
    if (isJdkTool()) {
      return;
    }
    if (hasSettings()) {
      // Reads and checks them now, so that a typing error is told even where MCP is never used.
      weaver();
      if (isOff) {
        return;
      }
    }
    instrumentation.addTransformer(this, true);
    if (isLate) {
      weaveLoaded();
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || !(loader == null ? isTold(name) : isWatched(name, loader))) {
      return null;
    }
    try {
      ClassFileTransformer woven = loader == null ? weaver : weaver();
      return woven == null ? null : woven.transform(loader, name, redefined, domain, bytes);
    } catch (Throwable e) {
      tellOnce(name, e);
      return null;
    }
  }

  /** What breaks one class breaks most of them: the first stands for all. */
  private void tellOnce(String name, Throwable e) {
    if (hasToldOfWeaving.compareAndSet(false, true)) {
      Stderr.line(
          name
              + " could not be woven, it and others like it stay as they are ("
              + e
              + "): please report this");
    }
  }

  private boolean isTold(String name) {
    return weaver != null && name.equals(SIGN_OF_JMX);
  }

  private boolean isWatched(String name, ClassLoader loader) {
    return (isWatched(name) && !isOtelAgent(loader))
        || (isSignIn(name) && (weaver != null || loader.getResource(SIGN_OF_SDK) != null));
  }

  /** A dozen classes, of applications that may have nothing to do with MCP. */
  private static boolean isSignIn(String name) {
    return name.startsWith(SPRING_SIGN_IN)
        && (name.endsWith("AuthorizedClientManager")
            || name.endsWith("AuthorizedClientExchangeFilterFunction")
            || name.endsWith("AccessTokenResponseClient"));
  }

  private static boolean isWatched(String name) {
    return (name.startsWith(SDK) && !name.startsWith(OTHER_SDK))
        || name.startsWith(SPRING_AI)
        || name.startsWith(SPRING_AI_ANNOTATIONS)
        || name.equals(OTEL_BUILDER);
  }

  /** The OpenTelemetry agent builds an SDK for itself, which is joined in another way. */
  private static boolean isOtelAgent(ClassLoader loader) {
    return loader.getClass().getName().startsWith("io.opentelemetry.javaagent.");
  }

  private synchronized @Nullable ClassFileTransformer weaver() {
    if (weaver == null && !isOff) {
      try {
        weaver = EngineLink.start(arguments, instrumentation);
        isOff = weaver == null; // switched off by a setting
      } catch (Throwable e) {
        isOff = true; // broken: asked once only
        Stderr.couldNotStart(e);
      }
    }
    return weaver;
  }

  private void weaveLoaded() {
    List<Class<?>> watched = new ArrayList<Class<?>>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName().replace('.', '/');
      if ((isWatched(name) || isSignIn(name)) && instrumentation.isModifiableClass(loaded)) {
        watched.add(loaded);
      }
    }
    try {
      // All in one go: each go stops the application for a moment.
      instrumentation.retransformClasses(watched.toArray(new Class<?>[0]));
    } catch (Throwable oneOfThem) {
      weaveEach(watched);
    }
  }

  private void weaveEach(List<Class<?>> watched) {
    for (Class<?> one : watched) {
      try {
        instrumentation.retransformClasses(one);
      } catch (Throwable e) {
        Stderr.line(one.getName() + " could not be woven on attach (" + e + ")");
      }
    }
  }

  /** Whether somebody set an option of ours; an empty argument is none. */
  private boolean hasSettings() {
    if (!arguments.trim().isEmpty()) {
      return true;
    }
    for (String key : System.getProperties().stringPropertyNames()) {
      if (key.startsWith("mcpdiag.")) {
        return true;
      }
    }
    for (String key : System.getenv().keySet()) {
      if (key.startsWith("MCPDIAG_")) {
        return true;
      }
    }
    return false;
  }

  /** Tools of the JDK that JAVA_TOOL_OPTIONS reaches as well: jcmd, keytool, javac. */
  private static boolean isJdkTool() {
    String command = System.getProperty("sun.java.command", "");
    return command.startsWith("jdk.")
        || command.startsWith("sun.")
        || command.startsWith("com.sun.tools.");
  }
}

package dev.mcpdiag.hook;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One hook class per loader that defines the SDK. Keeps no strong reference to a loader, a hook or
 * a companion, so that an undeployed application can be collected.
 */
public final class Hooks {
  private static final String HOOK = "io.modelcontextprotocol.spec.McpdiagHook";

  private final HookDefiner definer;
  private final Problems problems;
  private final CompanionMaker companions;
  private final Map<ClassLoader, Boolean> hooked = Collections.synchronizedMap(new WeakHashMap<>());

  /** Makes the adapters of a loader when a hook runs there for the first time. */
  @FunctionalInterface
  public interface CompanionMaker {
    /** Adapters by row of the hook, null entries for hooks that do not link; null for none. */
    Function<Object[], Object> @Nullable [] make(ClassLoader application) throws Exception;
  }

  /** Companions are asked for later, on a thread of the application. */
  public Hooks(Instrumentation instrumentation, Problems problems, CompanionMaker companions) {
    this.definer = new HookDefiner(instrumentation);
    this.problems = problems;
    this.companions = companions;
  }

  /** Defines the hook in this loader unless it is there. Loads nothing of the SDK. */
  public synchronized boolean define(ClassLoader loader, @Nullable ProtectionDomain domain) {
    Boolean known = hooked.get(loader);
    if (known != null) {
      return known;
    }
    boolean isDefined = tryDefine(loader, domain);
    hooked.put(loader, isDefined);
    return isDefined;
  }

  /**
   * Makes sure that a class which uses the SDK, and is none of it, reaches the hook: by delegation
   * to the loader that defines the SDK. Loads the SDK's anchor interface, which is never woven.
   */
  public boolean defineBesideSdk(ClassLoader loader) {
    try {
      Class<?> anchor = Class.forName(HookDefiner.ANCHOR, false, loader);
      ClassLoader sdk = anchor.getClassLoader();
      return sdk != null && define(sdk, anchor.getProtectionDomain());
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // without the SDK there is nothing to watch
    }
  }

  @SuppressWarnings("NullAway") // defineClass takes a null domain
  private boolean tryDefine(ClassLoader loader, @Nullable ProtectionDomain domain) {
    try {
      byte[] bytes = CompanionLoader.hook(Hooks.class.getClassLoader());
      Class<?> hook = definer.define(loader, HOOK, bytes, domain);
      hook.getMethod("link", Callable.class, BiConsumer.class)
          .invoke(null, maker(loader), faultsIn());
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      problems.report(
          new Problem(
              "the MCP SDK in this class loader cannot be watched: " + e,
              loader.getClass().getName(),
              "please report this; the application runs as without the agent"));
      return false;
    }
  }

  @SuppressWarnings("NullAway") // null is an answer: the hook stays dark
  private Callable<Function<Object[], Object>[]> maker(ClassLoader loader) {
    WeakReference<ClassLoader> application = new WeakReference<>(loader);
    return () -> {
      ClassLoader alive = application.get();
      if (alive == null) {
        throw new IllegalStateException("the application's loader is gone");
      }
      return companions.make(alive);
    };
  }

  private BiConsumer<Integer, Throwable> faultsIn() {
    return (row, thrown) -> {
      Throwable fault = inner(thrown);
      problems.report(
          new Problem(
              "the hook \"" + HookNames.of(row) + "\" failed: " + fault,
              firstFrame(fault),
              "please report this; the call itself went on as without the agent"));
    };
  }

  /** Reflection's wrapper says nothing. */
  private static Throwable inner(Throwable thrown) {
    Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }

  private static String firstFrame(Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    return frames.length == 0 ? "no stack trace" : frames[0].toString();
  }
}

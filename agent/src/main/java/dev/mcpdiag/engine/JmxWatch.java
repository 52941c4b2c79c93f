package dev.mcpdiag.engine;

import dev.mcpdiag.jmx.ServersBean;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Knows when JMX comes to life in this JVM, and never wakes it. */
final class JmxWatch {
  private final Instrumentation instrumentation;
  private boolean isAlive;
  private @Nullable Runnable waiting;

  JmxWatch(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  static boolean isSign(String className) {
    return className.equals(ServersBean.SIGN_OF_JMX);
  }

  /** Runs this once: now, or as soon as there is JMX. It must be quick. */
  synchronized void whenAlive(Runnable work) {
    if (isAlive || isLoaded()) {
      work.run();
    } else {
      waiting = work;
    }
  }

  /** The sign is about to load; called within that. */
  synchronized void alive() {
    isAlive = true;
    if (waiting != null) {
      waiting.run();
      waiting = null;
    }
  }

  private boolean isLoaded() {
    String sign = ServersBean.SIGN_OF_JMX.replace('/', '.');
    for (Class<?> ofJdk : instrumentation.getInitiatedClasses(null)) {
      if (ofJdk.getName().equals(sign)) {
        return true;
      }
    }
    return false;
  }
}

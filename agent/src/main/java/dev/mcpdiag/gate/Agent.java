package dev.mcpdiag.gate;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Entry points of the agent jar: {@code -javaagent}, attach, and {@code java -jar}. Never throws,
 * never ends the application; compiled for Java 8, so that an old JVM gets a sentence.
 */
public final class Agent {
  private static final int OLDEST_JAVA = 17;
  private static final AtomicBoolean IS_ATTACHED = new AtomicBoolean();

  private Agent() {}

  /** Called by the JVM before the application's main method. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, false);
  }

  /** Called by the JVM when the agent is attached to a running application. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, true);
  }

  /** {@code java -jar mcpdiag-agent.jar --version | --codes [--json] | --config}. */
  public static void main(String[] arguments) throws Exception {
    String tooOld = tooOldJava();
    if (tooOld != null) {
      Stderr.line(tooOld);
      return;
    }
    Object[] answer = EngineLink.commandLine(arguments);
    System.out.print(answer[0]);
    System.err.print(answer[1]);
    if (!answer[2].equals(0)) {
      System.exit((Integer) answer[2]); // a command of its own, not an agent in an application
    }
  }

  private static void attach(String arguments, Instrumentation instrumentation, boolean isLate) {
    try {
      String tooOld = tooOldJava();
      if (tooOld != null) {
        Stderr.line(tooOld);
        return;
      }
      if (!IS_ATTACHED.compareAndSet(false, true)) {
        Stderr.line(
            "the agent is already active in this JVM (second -javaagent or attach): "
                + "keep one of the two, the settings of the first hold");
        return;
      }
      Gate gate = new Gate(arguments == null ? "" : arguments, instrumentation);
      gate.open(isLate);
    } catch (Throwable e) {
      Stderr.couldNotStart(e);
    }
  }

  private static @Nullable String tooOldJava() {
    String version = System.getProperty("java.specification.version", "?");
    int feature;
    try {
      feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException unknown) {
      return null; // a version scheme of the future is newer than 17
    }
    return feature >= OLDEST_JAVA
        ? null
        : "Java "
            + OLDEST_JAVA
            + " or newer is needed, this JVM is Java "
            + version
            + ": the agent stays off, the application runs as without it";
  }
}

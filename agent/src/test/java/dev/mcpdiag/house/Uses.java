package dev.mcpdiag.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.concurrent.Executor;

/** Uses of the JDK that only one part may make, or none. */
final class Uses {
  private Uses() {}

  static boolean readsSurroundings(JavaAccess<?> access) {
    String name = access.getName();
    return switch (owner(access)) {
      case "java.lang.System" ->
          name.startsWith("getProp") || name.equals("getenv") || name.equals("setProperty");
      case "java.lang.Boolean" -> name.equals("getBoolean");
      case "java.lang.Integer" -> name.equals("getInteger");
      case "java.lang.Long" -> name.equals("getLong");
      case "java.lang.ProcessBuilder" -> name.equals("environment");
      default -> false;
    };
  }

  static boolean makesThreads(JavaAccess<?> access) {
    String name = access.getName();
    String owner = owner(access);
    return switch (owner) {
      case "java.util.concurrent.Executors", "reactor.core.scheduler.Schedulers" ->
          name.startsWith("new");
      case "java.util.concurrent.ForkJoinPool" -> true;
      case "java.util.concurrent.CompletableFuture" ->
          name.endsWith("Async") || name.endsWith("OnTimeout") || name.equals("orTimeout");
      default -> isParallelStream(owner, name) || makesThread(access.getTargetOwner(), name);
    };
  }

  private static boolean isParallelStream(String owner, String name) {
    return owner.startsWith("java.util.") && name.startsWith("parallel");
  }

  private static boolean makesThread(JavaClass owner, String name) {
    boolean isPool =
        owner.getName().startsWith("java.util.concurrent.") && owner.isAssignableTo(Executor.class);
    boolean isTimer = owner.getName().equals("java.util.Timer");
    return name.equals("<init>") && (isPool || isTimer || owner.isAssignableTo(Thread.class));
  }

  static boolean isStdoutOrExit(JavaAccess<?> access) {
    String name = access.getName();
    return switch (owner(access)) {
      case "java.lang.System" -> Set.of("out", "setOut", "exit").contains(name);
      case "java.lang.Runtime" -> Set.of("exit", "halt").contains(name);
      case "java.io.FileDescriptor" -> name.equals("out");
      default -> false;
    };
  }

  static boolean isStderr(JavaAccess<?> access) {
    String name = access.getName();
    return switch (owner(access)) {
      case "java.lang.System" -> name.equals("err") || name.equals("setErr");
      case "java.io.FileDescriptor" -> name.equals("err");
      default -> isPrintedStack(access);
    };
  }

  /** With a writer as argument it prints wherever the caller wants. */
  private static boolean isPrintedStack(JavaAccess<?> access) {
    return access.getTarget().getFullName().endsWith(".printStackTrace()")
        && access.getTargetOwner().isAssignableTo(Throwable.class);
  }

  static boolean isClockOrChance(JavaAccess<?> access) {
    String name = access.getName();
    boolean isNow = name.equals("now") && owner(access).startsWith("java.time.");
    return isNow
        || Set.of("nanoTime", "currentTimeMillis", "random", "randomUUID", "identityHashCode")
            .contains(name);
  }

  static boolean isIoOrClock(JavaClass type) {
    String name = type.getName();
    boolean isIo = name.startsWith("java.io.") && !name.equals("java.io.Serializable");
    return isIo
        || name.startsWith("java.nio.")
        || name.startsWith("java.net.http.")
        || name.startsWith("java.util.concurrent.ThreadLocalRandom")
        || Set.of(
                "java.net.InetAddress",
                "java.net.Socket",
                "java.net.URL",
                "java.time.Clock",
                "java.lang.Thread",
                "java.util.Random")
            .contains(name);
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }
}

package dev.mcpdiag.config;

/** What the application is called where nobody named the service. */
final class ServiceName {
  private static final String JAR = ".jar";

  private ServiceName() {}

  /** The Spring name, else the main jar's base name, else the main class's simple name. */
  static String guess(Surroundings surroundings) {
    String spring = surroundings.property("spring.application.name");
    if (spring.isEmpty()) {
      spring = surroundings.variable("SPRING_APPLICATION_NAME");
    }
    if (!spring.isEmpty()) {
      return spring;
    }
    String command = surroundings.property("sun.java.command");
    String classPath = surroundings.property("java.class.path");
    // With -jar the class path is that jar alone: the only way to know where a path with spaces
    // ends.
    boolean isJar = classPath.endsWith(JAR) && command.startsWith(classPath);
    int blank = command.indexOf(' ');
    String main = isJar ? classPath : blank < 0 ? command : command.substring(0, blank);
    String name = main.endsWith(JAR) ? baseName(main) : simpleName(main);
    return name.isEmpty() ? "java" : name;
  }

  private static String baseName(String jar) {
    int slash = Math.max(jar.lastIndexOf('/'), jar.lastIndexOf('\\'));
    return jar.substring(slash + 1, jar.length() - JAR.length());
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('/')) + 1);
  }
}

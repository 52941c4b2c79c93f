package dev.mcpdiag.evidence;

import java.lang.reflect.Method;
import java.util.List;

/** Reads what objects of libraries say by accessors, by name: the libraries may not be there. */
final class Accessors {
  private Accessors() {}

  /**
   * Text of what the last of these accessors gives, each called on what the one before gave.
   *
   * @param accessors names of public methods without parameters; none gives ""
   * @return "" where one is missing, fails or gives null
   */
  static String text(Object source, List<String> accessors) {
    Object value = accessors.isEmpty() ? null : source;
    try {
      for (String accessor : accessors) {
        if (value == null) {
          return "";
        }
        Method method = value.getClass().getMethod(accessor);
        method.trySetAccessible(); // the class that inherits it may not be public
        value = method.invoke(value);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError ignored) {
      return ""; // without it the object counts as any other of its kind
    }
    return value == null ? "" : value.toString();
  }

  /** Whether a class is one of the JDK or of the MCP SDK, which have none that matter here. */
  static boolean isWithout(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.") || name.startsWith("io.modelcontextprotocol.");
  }
}

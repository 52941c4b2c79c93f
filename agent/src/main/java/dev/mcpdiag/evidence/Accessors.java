package dev.mcpdiag.evidence;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what objects of libraries say by accessors, by name: the libraries may not be there. */
public final class Accessors {
  private Accessors() {}

  /**
   * Text of what the last of these accessors gives, each called on what the one before gave.
   *
   * @param accessors names of public methods without parameters; none gives ""
   * @return "" where one is missing, fails or gives null
   */
  static String text(Object source, List<String> accessors) {
    Object value = accessors.isEmpty() ? null : source;
    for (String accessor : accessors) {
      value = value == null ? null : value(value, accessor);
    }
    return value == null ? "" : value.toString();
  }

  /** What an accessor gives; null too where it is missing or fails. */
  public static @Nullable Object value(Object source, String accessor) {
    try {
      Method method = source.getClass().getMethod(accessor);
      method.trySetAccessible(); // the class that inherits it may not be public
      return method.invoke(source);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError ignored) {
      return null; // without it the object counts as any other of its kind
    }
  }

  /** Whether a class is one of the JDK or of the MCP SDK, which have none that matter here. */
  static boolean isWithout(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.") || name.startsWith("io.modelcontextprotocol.");
  }
}

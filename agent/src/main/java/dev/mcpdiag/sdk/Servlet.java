package dev.mcpdiag.sdk;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads servlet requests and responses by name: the agent must not bring a servlet API, and the
 * application's may be there or not.
 */
final class Servlet {
  private static final ClassValue<Method[]> STATUS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          Method found = find(type, "getStatus");
          return found == null ? new Method[0] : new Method[] {found};
        }
      };

  private Servlet() {}

  /** Status of a response, 0 where it cannot be read. Called for every request. */
  static int status(Object response) {
    Method[] reader = STATUS.get(response.getClass());
    try {
      return reader.length > 0 && reader[0].invoke(response) instanceof Integer status ? status : 0;
    } catch (ReflectiveOperationException e) {
      return 0;
    }
  }

  /** Whether a request names an MCP session; only refused ones come here. */
  static boolean namesSession(Object request) {
    return text(request, "getHeader", "mcp-session-id") != null
        || text(request, "getParameter", "sessionId") != null;
  }

  private static @Nullable Object text(Object request, String method, String name) {
    Method reader = find(request.getClass(), method, String.class);
    try {
      return reader == null ? null : reader.invoke(request, name);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Through an interface: a container's own classes need not be public. */
  private static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        if (face.getName().contains(".servlet.")) {
          try {
            return face.getMethod(name, parameters);
          } catch (NoSuchMethodException other) {
            // another interface has it
          }
        }
      }
    }
    return null;
  }
}

package dev.mcpdiag.sdk;

import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests and answers of Spring's routed functions by name: they have the same methods under
 * WebMvc and WebFlux, and no type in common.
 */
final class Routed {
  private static final String SPRING = "org.springframework.";

  private static final ClassValue<Method[]> STATUS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          Method found = find(type, "statusCode");
          return found == null ? new Method[0] : new Method[] {found};
        }
      };

  private Routed() {}

  /** Status of an answer, 0 where it cannot be read. Called for every request. */
  static int status(Object response) {
    Method[] reader = STATUS.get(response.getClass());
    try {
      Object code = reader.length == 0 ? null : reader[0].invoke(response);
      return code != null && ask(code, "value") instanceof Integer status ? status : 0;
    } catch (ReflectiveOperationException e) {
      return 0;
    }
  }

  /** Whether a request names an MCP session; only refused ones come here. */
  static boolean namesSession(Object request) {
    Object headers = ask(request, "headers");
    return (headers != null && ask(headers, "firstHeader", "mcp-session-id") != null)
        || isPresent(ask(request, "param", "sessionId"))
        || isPresent(ask(request, "queryParam", "sessionId"));
  }

  private static boolean isPresent(@Nullable Object value) {
    return value instanceof Optional<?> optional && optional.isPresent();
  }

  private static @Nullable Object ask(Object target, String name, String... arguments) {
    Class<?>[] parameters = new Class<?>[arguments.length];
    java.util.Arrays.fill(parameters, String.class);
    Method method = find(target.getClass(), name, parameters);
    try {
      return method == null ? null : method.invoke(target, (Object[]) arguments);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Through an interface: Spring's own classes are not public. */
  private static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        if (face.getName().startsWith(SPRING)) {
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

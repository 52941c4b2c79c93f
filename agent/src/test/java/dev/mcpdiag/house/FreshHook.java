package dev.mcpdiag.house;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A hook class in a loader of its own: it has static state, as once per application. */
final class FreshHook extends ClassLoader {
  private final Class<?> type;

  FreshHook(Class<?> original) {
    super(original.getClassLoader());
    String file = '/' + original.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(original.getResourceAsStream(file), file)) {
      byte[] bytes = in.readAllBytes();
      type = defineClass(original.getName(), bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What woven code may call, in the order of names. */
  static List<Method> hooks(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getName().equals("link"))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** A hook of the fresh class, by the one of the original. */
  Method hook(Method original) throws ReflectiveOperationException {
    return type.getMethod(original.getName(), original.getParameterTypes());
  }

  int rows() throws ReflectiveOperationException {
    return type.getField("ROWS").getInt(null);
  }

  void link(Companion companion) throws ReflectiveOperationException {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("link")) {
        method.invoke(null, companion.maker(rows()), companion.listener());
      }
    }
  }
}

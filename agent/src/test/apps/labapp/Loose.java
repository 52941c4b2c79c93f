package labapp;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/** Calls SDK methods by name and fitting arguments: what differs between SDK versions. */
final class Loose {
  private Loose() {}

  static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException absentInThisVersion) {
      return Optional.empty();
    }
  }

  static boolean has(Object target, String name, Class<?>... parameters) {
    try {
      target.getClass().getMethod(name, parameters);
      return true;
    } catch (NoSuchMethodException absentInThisVersion) {
      return false;
    }
  }

  static Object call(Object target, String name, Object... arguments) throws Exception {
    return invoke(target.getClass(), target, name, arguments);
  }

  static Object statically(String type, String name, Object... arguments) throws Exception {
    return invoke(Class.forName(type), null, name, arguments);
  }

  static Object create(String type, Object... arguments) throws Exception {
    for (Constructor<?> constructor : Class.forName(type).getConstructors()) {
      if (fits(constructor.getParameterTypes(), arguments)) {
        try {
          return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
          throw thrown(e);
        }
      }
    }
    throw new NoSuchMethodException("constructor of " + type);
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments)
      throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && !method.isBridge()
          && fits(method.getParameterTypes(), arguments)) {
        method.setAccessible(true);
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw thrown(e);
        }
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  private static Exception thrown(InvocationTargetException e) {
    if (e.getCause() instanceof Exception cause) {
      return cause;
    }
    return e;
  }

  private static boolean fits(Class<?>[] parameters, Object[] arguments) {
    if (parameters.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      if (!boxed(parameters[i]).isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    return type == boolean.class ? Boolean.class : type == int.class ? Integer.class : type;
  }
}

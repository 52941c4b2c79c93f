package dev.mcpdiag.readme;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What somebody who compiles against a class can name of it, in the order of the alphabet. */
final class Signatures {
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  private Signatures() {}

  /** Its kind and name, then a line for each public member; empty where it is not public. */
  static String of(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return "";
    }
    Map<String, String> members = new TreeMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (isShown(method, type)) {
        members.put(called(method), signature(method));
      }
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      if (!type.isRecord()) {
        String called = type.getSimpleName() + parameters(constructor.getGenericParameterTypes());
        members.put(called, called);
      }
    }
    StringBuilder text = new StringBuilder(head(type)).append('\n');
    members.values().forEach(member -> text.append("  ").append(member).append('\n'));
    for (Class<?> inner : type.getDeclaredClasses()) {
      text.append(of(inner));
    }
    return text.toString();
  }

  private static boolean isShown(Method method, Class<?> type) {
    boolean isComponent =
        type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().equals(method));
    return Modifier.isPublic(method.getModifiers())
        && !method.isSynthetic()
        && !OF_EVERY_OBJECT.contains(method.getName())
        && !isComponent;
  }

  private static String head(Class<?> type) {
    String name = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    if (type.isRecord()) {
      return "record "
          + name
          + Arrays.stream(type.getRecordComponents())
              .map(Signatures::component)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    if (type.isEnum()) {
      return "enum "
          + name
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", ", " { ", " }"));
    }
    return (type.isInterface() ? "interface " : "class ") + name;
  }

  private static String component(RecordComponent component) {
    return name(component.getGenericType()) + ' ' + component.getName();
  }

  private static String signature(Method method) {
    String before =
        Modifier.isStatic(method.getModifiers()) ? "static " : method.isDefault() ? "default " : "";
    return before + name(method.getGenericReturnType()) + ' ' + called(method);
  }

  private static String called(Method method) {
    return method.getName() + parameters(method.getGenericParameterTypes());
  }

  private static String parameters(Type... types) {
    return Arrays.stream(types).map(Signatures::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Type type) {
    return type.getTypeName().replaceAll("[a-z]+\\.|[A-Z][A-Za-z]*\\$", "");
  }
}

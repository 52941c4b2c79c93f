package dev.mcpdiag.sdk;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the SDK's records with one component changed, through the canonical constructor: the
 * same for every record of every version (design/sdk-old-api.md#metadata-context-and-threads).
 */
final class Rebuilt {
  /** Shapes by record class; the class value keeps no loader alive. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private static final Object[] NO_ARGUMENTS = {};

  private record Shape(List<RecordComponent> components, @Nullable Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      Class<?>[] types = new Class<?>[components.size()];
      for (int i = 0; i < types.length; i++) {
        types[i] = components.get(i).getType();
      }
      try {
        return new Shape(components, type.getConstructor(types));
      } catch (NoSuchMethodException e) {
        return new Shape(components, null);
      }
    }

    int indexOf(String name) {
      for (int i = 0; i < components.size(); i++) {
        if (components.get(i).getName().equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  private Rebuilt() {}

  /** Request parameters with headers in their {@code _meta}; null where that cannot be done. */
  static @Nullable Object with(Map<String, String> headers, Record params) {
    Shape shape = SHAPES.get(params.getClass());
    int meta = shape.indexOf("meta");
    try {
      Object[] values = valuesOf(params, shape);
      if (meta >= 0) {
        values[meta] = Meta.merged(values[meta], headers);
        return shape.constructor() == null ? null : shape.constructor().newInstance(values);
      }
      // Up to SDK 0.10 parameters know no _meta: the same JSON as a map.
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        if (values[i] != null) {
          map.put(shape.components().get(i).getName(), values[i]);
        }
      }
      map.put("_meta", headers);
      return map;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** A message with other parameters; null where that cannot be done. */
  static @Nullable Object withParams(Record message, Object params) {
    Shape shape = SHAPES.get(message.getClass());
    int index = shape.indexOf("params");
    if (index < 0 || shape.constructor() == null) {
      return null;
    }
    try {
      Object[] values = valuesOf(message, shape);
      values[index] = params;
      return shape.constructor().newInstance(values);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static Object[] valuesOf(Record record, Shape shape) throws ReflectiveOperationException {
    Object[] values = new Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.components().get(i).getAccessor().invoke(record, NO_ARGUMENTS);
    }
    return values;
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.JsonText;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application, or a framework for it, puts into the {@code _meta} of what it sends. */
final class OwnMeta {
  /** Names of the protocol, which are no secrets though one sounds like it. */
  private static final Set<String> STANDARD = Set.of("progressToken", "traceparent", "tracestate");

  /** Asked for every message; the class value keeps no loader alive. */
  private static final ClassValue<Method[]> ACCESSOR =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          try {
            Method meta = type.getMethod("meta");
            return Map.class.isAssignableFrom(meta.getReturnType())
                ? new Method[] {meta}
                : new Method[0];
          } catch (NoSuchMethodException | LinkageError e) {
            return new Method[0];
          }
        }
      };

  private OwnMeta() {}

  /**
   * Lets it be looked through for secrets.
   *
   * @param message parameters or result, as the application made them
   * @param vector what a leak is called
   */
  static void look(OpenCall call, @Nullable Object message, String vector) {
    if (message != null && in(message) instanceof Map<?, ?> meta && !meta.isEmpty()) {
      Map<Object, Object> own = new LinkedHashMap<>(meta);
      own.keySet().removeAll(STANDARD);
      String text = own.isEmpty() ? null : JsonText.of(own);
      if (text != null) {
        call.tells(vector, text);
      }
    }
  }

  private static @Nullable Object in(Object message) {
    if (message instanceof Map<?, ?> map) {
      return map.get("_meta");
    }
    Method[] accessor = ACCESSOR.get(message.getClass());
    try {
      return accessor.length == 0 ? null : accessor[0].invoke(message);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}

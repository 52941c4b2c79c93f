package dev.mcpdiag.sdk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trace context in {@code params._meta} (SEP-414): traceparent, tracestate, baggage. */
final class Meta {
  private static final String META = "_meta";
  private static final String[] HEADERS = {"traceparent", "tracestate", "baggage"};
  private static final int MAX_CHARS = 8 * 1024;

  private Meta() {}

  /** What the sender put in; empty where it put nothing. */
  static Map<String, String> headersIn(@Nullable Object params) {
    if (!(params instanceof Map<?, ?> map) || !(map.get(META) instanceof Map<?, ?> meta)) {
      return Map.of();
    }
    Map<String, String> headers = new HashMap<>(4);
    for (String name : HEADERS) {
      if (meta.get(name) instanceof String value && value.length() <= MAX_CHARS) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  /**
   * A copy of the parameters with the headers in it; the application's own object stays.
   *
   * @param headers belong to the copy from now on
   */
  static @Nullable Object with(Map<String, String> headers, @Nullable Object params) {
    if (params == null) {
      return Map.of(META, headers);
    }
    if (params instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      copy.put(META, merged(map.get(META), headers));
      return copy;
    }
    return params instanceof Record known ? Rebuilt.with(headers, known) : null;
  }

  /** The sender's own entries stay; ours replace what a sender copied from an earlier call. */
  static Map<String, ?> merged(@Nullable Object meta, Map<String, String> headers) {
    if (!(meta instanceof Map<?, ?> map) || map.isEmpty()) {
      return headers;
    }
    Map<String, Object> merged = new LinkedHashMap<>();
    map.forEach((key, value) -> merged.put(String.valueOf(key), value));
    merged.putAll(headers);
    return merged;
  }
}

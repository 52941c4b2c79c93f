package dev.mcpdiag.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the JDK as JSON: maps, collections, numbers, flags and null as what they are, all else
 * as its text. Bounded, because extensions and peers give such values too.
 */
public final class JsonValue {
  private static final int MAX_CHARS = 8 * 1024;
  private static final int MAX_DEPTH = 16;

  private JsonValue() {}

  /**
   * Writes one value; what lies deeper than 16 levels is null, a text ends after 8 Ki characters.
   */
  public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    write(json, value, 0);
  }

  private static void write(JsonGenerator json, @Nullable Object value, int depth)
      throws IOException {
    if (value == null || depth > MAX_DEPTH) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue(), depth + 1);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item, depth + 1);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else {
      String text = String.valueOf(value);
      json.writeString(text.substring(0, Math.min(text.length(), MAX_CHARS)));
    }
  }
}

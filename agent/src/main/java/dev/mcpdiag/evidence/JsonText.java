package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain maps, lists and values as JSON, bounded in depth and length. */
public final class JsonText {
  private static final int MAX_CHARS = 8 * 1024;
  private static final int MAX_DEPTH = 16;

  private JsonText() {}

  /** JSON text of at most 8 KiB, null where the value is absent or too large to tell. */
  public static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(value, json, 0);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
    return text.getBuffer().length() > MAX_CHARS ? null : text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator json, int depth)
      throws IOException {
    if (value == null || depth > MAX_DEPTH) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), json, depth + 1);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(item, json, depth + 1);
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

package dev.mcpdiag.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mcpdiag.api.NextStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Next steps as the JSON text of {@code mcpdiag.next_steps}. */
final class NextStepsJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_DEPTH = 8;

  private NextStepsJson() {}

  static String of(List<NextStep> steps) {
    if (steps.isEmpty()) {
      return "[]";
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (NextStep step : steps) {
        json.writeStartObject();
        json.writeStringField("action", step.action());
        json.writeFieldName("params");
        write(step.params(), json, 0);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator json, int depth)
      throws IOException {
    if (depth < MAX_DEPTH && value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), json, depth + 1);
      }
      json.writeEndObject();
    } else if (depth < MAX_DEPTH && value instanceof Iterable<?> values) {
      json.writeStartArray();
      for (Object each : values) {
        write(each, json, depth + 1);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}

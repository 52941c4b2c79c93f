package dev.mcpdiag.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mcpdiag.api.NextStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Next steps as a JSON array of {@code {"action": ..., "params": {...}}}, best first. */
public final class NextStepsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private NextStepsJson() {}

  /** The array as text; parameters in the order given. */
  public static String of(List<NextStep> steps) {
    if (steps.isEmpty()) {
      return "[]";
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, steps);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  static void write(JsonGenerator json, List<NextStep> steps) throws IOException {
    json.writeStartArray();
    for (NextStep step : steps) {
      json.writeStartObject();
      json.writeStringField("action", step.action());
      json.writeFieldName("params");
      JsonValue.write(json, step.params());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

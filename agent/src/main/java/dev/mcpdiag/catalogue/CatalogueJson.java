package dev.mcpdiag.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mcpdiag.api.NextStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue for programs: {@code --codes --json}, and the rows of {@code /api/mcp/codes}. */
public final class CatalogueJson {
  private CatalogueJson() {}

  /**
   * The whole document, one line.
   *
   * @param version of the agent
   */
  public static String document(String version) {
    StringWriter text = new StringWriter(32 * 1024);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("version", version);
      json.writeArrayFieldStart("codes");
      for (CodeEntry entry : Catalogue.entries()) {
        write(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  /** One row as an object. */
  public static void write(JsonGenerator json, CodeEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", entry.code());
    json.writeStringField("failureType", entry.failureType().text());
    json.writeStringField("retry", entry.retry().text());
    json.writeBooleanField("retryable", entry.isRetryable());
    json.writeStringField("severity", entry.severity().text());
    json.writeStringField("title", entry.title());
    json.writeStringField("message", entry.message());
    json.writeStringField("cta", entry.callToAction());
    json.writeFieldName("nextSteps");
    write(json, entry.nextSteps());
    json.writeStringField("actor", entry.actor());
    json.writeStringField("documentation", entry.documentation());
    json.writeBooleanField("proven", entry.proven());
    json.writeEndObject();
  }

  /** Next steps as an array, parameters in the order given. */
  public static void write(JsonGenerator json, List<NextStep> steps) throws IOException {
    json.writeStartArray();
    for (NextStep step : steps) {
      json.writeStartObject();
      json.writeStringField("action", step.action());
      json.writeFieldName("params");
      writeValue(json, step.params());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        writeValue(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        writeValue(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}

package dev.mcpdiag.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The catalogue for programs: {@code --codes --json}. */
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

  private static void write(JsonGenerator json, CodeEntry entry) throws IOException {
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
    NextStepsJson.write(json, entry.nextSteps());
    json.writeStringField("actor", entry.actor());
    json.writeStringField("documentation", entry.documentation());
    json.writeBooleanField("proven", entry.proven());
    json.writeEndObject();
  }
}

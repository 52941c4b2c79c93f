package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Method and id of a JSON-RPC message.
 *
 * @param method null for an answer, and for text that is no message
 * @param id null for a notification
 */
public record Envelope(@Nullable String method, @Nullable String id) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads the outermost object only; stops as soon as both are known. */
  public static Envelope of(String json) {
    String method = null;
    String id = null;
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while ((method == null || id == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("method")) {
          method = parser.getValueAsString();
        } else if (name.equals("id") && value != JsonToken.VALUE_NULL) {
          id = parser.getValueAsString();
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException notJson) {
      return new Envelope(null, null);
    }
    return new Envelope(method, id);
  }
}

package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which known shape the content of a failed result has (design/taxonomy.md#precedence, step 3). The
 * answer is of a closed vocabulary, {@code failure_type.business}, {@code error.not_found} or
 * {@code problem.409}, so that no text of the peer travels on. Any thread.
 */
public final class ResultShape {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final List<String> FAILURE_TYPES =
      List.of("validation", "permission", "transient", "business");
  private static final List<String> ERROR_CODES =
      List.of("invalid_input", "not_found", "conflict", "internal");
  private static final List<String> CODE_FIELDS = List.of("code", "kind", "type");

  private @Nullable String failureType;
  private @Nullable String errorCode;
  private int status;
  private boolean isProblem;

  private ResultShape() {}

  /**
   * Reads one JSON object.
   *
   * @param json structured content, or a text of the result that may be JSON
   * @return null for all that is not exactly a known shape
   */
  public static @Nullable String of(@Nullable String json) {
    if (json == null || !json.startsWith("{")) {
      return null;
    }
    ResultShape shape = new ResultShape();
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        shape.field(parser.currentName(), parser.nextToken(), parser);
      }
    } catch (IOException notJson) {
      return null;
    }
    return shape.name();
  }

  private void field(String name, JsonToken value, JsonParser parser) throws IOException {
    switch (name) {
      case "failureType" -> failureType = known(parser.getValueAsString(), FAILURE_TYPES);
      case "status" -> status = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
      case "title" -> isProblem = value == JsonToken.VALUE_STRING;
      case "error" -> error(value, parser);
      default -> {}
    }
    parser.skipChildren();
  }

  private void error(JsonToken value, JsonParser parser) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (errorCode == null && CODE_FIELDS.contains(name)) {
        errorCode = known(parser.getValueAsString(), ERROR_CODES);
      }
      parser.skipChildren();
    }
  }

  private static @Nullable String known(@Nullable String word, List<String> words) {
    return word != null && words.contains(word) ? word : null;
  }

  private @Nullable String name() {
    if (failureType != null) {
      return "failure_type." + failureType;
    }
    if (errorCode != null) {
      return "error." + errorCode;
    }
    return isProblem && status >= 400 && status <= 599 ? "problem." + status : null;
  }
}

package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds a JSON-RPC error code or a known short text in the body of a refused request. SDK servers
 * write the error as a bean, with the code under {@code jsonRpcError}
 * (design/sdk-old-api.md#server-what-is-answered).
 */
final class RefusalText {
  private static final String[][] KNOWN = {
    {"invalid origin", FactValue.ORIGIN},
    {"invalid host", FactValue.HOST},
    {"session", FactValue.SESSION}
  };

  private RefusalText() {}

  static void note(String body, Facts facts) {
    Integer code = body.startsWith("{") ? errorCode(body) : null;
    if (code != null) {
      facts.note(FactKind.HTTP_RPC_ERROR, code.toString());
    }
    String lower = body.toLowerCase(Locale.ROOT);
    for (String[] known : KNOWN) {
      if (lower.contains(known[0])) {
        facts.note(FactKind.HTTP_BODY, known[1]);
        return;
      }
    }
  }

  private static @Nullable Integer errorCode(String body) {
    try (JsonParser parser = new JsonFactory().createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("error") || name.equals("jsonRpcError")) {
          return codeIn(parser);
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException notJson) {
      return null; // cut off or no JSON: there is no code to read
    }
  }

  private static @Nullable Integer codeIn(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("code") && value == JsonToken.VALUE_NUMBER_INT) {
        return parser.getIntValue();
      }
      parser.skipChildren();
    }
    return null;
  }
}

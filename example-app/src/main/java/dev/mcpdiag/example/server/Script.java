package dev.mcpdiag.example.server;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted endpoint says to a message. An endpoint at {@code /mcp} goes well until a tool is
 * called, and the tool's name picks the answer; at any other path, the path picks the answer to
 * everything.
 */
final class Script {
  /** One HTTP answer. */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer json(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    static Answer refusal(int status, Map<String, String> headers) {
      return new Answer(status, headers, "");
    }
  }

  private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();
  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};

  private static final String RESULT = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}";
  private static final String INITIALIZED =
      "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},"
          + "\"serverInfo\":{\"name\":\"gallery-scripted\",\"version\":\"1.0\"}}";

  private static final Answer ACCEPTED = Answer.refusal(202, Map.of());
  private static final Answer NO_STREAM = Answer.refusal(405, Map.of());

  private static final Map<String, Answer> REFUSALS =
      Map.of(
          "busy", Answer.refusal(429, Map.of("Retry-After", "2")),
          "down", Answer.refusal(503, Map.of()),
          "missing", Answer.refusal(404, Map.of()),
          "teapot", Answer.refusal(418, Map.of()));

  private static final Answer NO_CREDENTIALS =
      Answer.refusal(401, Map.of("WWW-Authenticate", "Bearer realm=\"gallery\""));
  private static final Answer BAD_CREDENTIALS =
      Answer.refusal(
          401, Map.of("WWW-Authenticate", "Bearer realm=\"gallery\", error=\"invalid_token\""));

  private Script() {}

  /**
   * The answer to one HTTP request, null if it shall never come.
   *
   * @param path {@code /mcp}, or the name of the answer to everything
   * @param authorization the header of this name, null if none was sent
   */
  static @Nullable Answer answer(
      String verb, String path, @Nullable String authorization, String body) throws IOException {
    if (!verb.equals("POST")) {
      return NO_STREAM;
    }
    if (path.equals("/mcp")) {
      return conversation(JSON.readValue(body, OBJECT));
    }
    return named(path.substring(1), authorization);
  }

  private static @Nullable Answer conversation(Map<String, Object> message) throws IOException {
    Object id = message.get("id");
    if (id == null) {
      return ACCEPTED;
    }
    if ("initialize".equals(message.get("method"))) {
      return Answer.json(200, RESULT.formatted(JSON.writeValueAsString(id), INITIALIZED));
    }
    Map<String, Object> params =
        JSON.convertValue(message.getOrDefault("params", Map.of()), OBJECT);
    return named(String.valueOf(params.get("name")), null);
  }

  private static @Nullable Answer named(String name, @Nullable String authorization) {
    if (name.equals("guarded")) {
      return authorization == null ? NO_CREDENTIALS : BAD_CREDENTIALS;
    }
    return REFUSALS.get(name); // "silent" is no row here: it never gets an answer
  }
}

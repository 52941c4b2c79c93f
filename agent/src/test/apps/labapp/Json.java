package labapp;

/** The JSON mapper that the SDK version at hand wants. */
final class Json {
  private Json() {}

  static Object mapper() throws Exception {
    if (Loose.type("io.modelcontextprotocol.json.McpJsonDefaults").isPresent()) {
      return Loose.statically("io.modelcontextprotocol.json.McpJsonDefaults", "getMapper");
    }
    if (Loose.type("io.modelcontextprotocol.json.McpJsonMapper").isPresent()) {
      return Loose.statically("io.modelcontextprotocol.json.McpJsonMapper", "getDefault");
    }
    return Loose.create("com.fasterxml.jackson.databind.ObjectMapper");
  }
}

package labapp;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Requests that a server sends to its client: sampling, elicitation, roots. */
final class Asking {
  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";

  private Asking() {}

  static boolean isAsking(String deed) {
    return List.of("sampling", "elicitation", "roots").contains(deed);
  }

  static Object ask(Object exchange, String what) throws Exception {
    send(exchange, what);
    return Tools.result("asked", false);
  }

  static Mono<Object> asking(Object exchange, String what) {
    return Mono.defer(
            () -> {
              try {
                return (Mono<?>) send(exchange, what);
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                return Mono.error(e);
              }
            })
        .map(answer -> Tools.result("asked", false));
  }

  private static Object send(Object exchange, String what) throws Exception {
    return switch (what) {
      case "roots" -> Loose.call(exchange, "listRoots");
      case "sampling" ->
          Loose.call(
              exchange,
              "createMessage",
              Tools.record(
                  Class.forName(SCHEMA + "CreateMessageRequest"),
                  Map.of("messages", List.of(), "maxTokens", 10)));
      default ->
          Loose.call(
              exchange,
              "createElicitation",
              Tools.record(
                  Class.forName(SCHEMA + "ElicitRequest"),
                  Map.of("message", "which city?", "requestedSchema", Map.of("type", "object"))));
    };
  }

  /** The Debug ID that the API gives inside a handler, "none" where the API is not there. */
  static String debugId() {
    try {
      return String.valueOf(Loose.statically("dev.mcpdiag.api.McpDiagnostics", "currentDebugId"));
    } catch (Exception | LinkageError e) {
      return "none";
    }
  }
}

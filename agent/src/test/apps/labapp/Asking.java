package labapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a server sends to its client: sampling, elicitation, roots, and log messages. */
final class Asking {
  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";

  private Asking() {}

  static boolean isAsking(String deed) {
    return deed.equals("sampling")
        || deed.equals("roots")
        || deed.equals("telling")
        || deed.startsWith("elicitation-");
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
        .then(Mono.fromCallable(() -> Tools.result("asked", false)));
  }

  private static Object send(Object exchange, String what) throws Exception {
    return switch (what) {
      case "roots" -> Loose.call(exchange, "listRoots");
      case "telling" -> Loose.call(exchange, "loggingNotification", message());
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
                  form(), Map.of("message", what, "requestedSchema", Map.of("type", "object"))));
    };
  }

  private static Object message() throws Exception {
    Object level = Loose.statically(SCHEMA + "LoggingLevel", "valueOf", "ERROR");
    return Tools.record(
        Class.forName(SCHEMA + "LoggingMessageNotification"),
        Map.of("level", level, "logger", "lab", "data", "the till is open"));
  }

  /** From 2.0 there are forms and addresses. */
  private static Class<?> form() throws ClassNotFoundException {
    return Loose.type(SCHEMA + "ElicitFormRequest").isPresent()
        ? Class.forName(SCHEMA + "ElicitFormRequest")
        : Class.forName(SCHEMA + "ElicitRequest");
  }

  /** The Debug ID that the API gives inside a handler, "none" where the API is not there. */
  static String debugId() {
    try {
      Object id = Loose.statically("dev.mcpdiag.api.McpDiagnostics", "currentDebugId");
      return ((Optional<?>) id).map(String::valueOf).orElse("none");
    } catch (Exception | LinkageError e) {
      return "none";
    }
  }
}

package labapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** A server with a tool, prompt, resource and completion for every deed, blocking or reactive. */
final class Offers {
  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";
  private static final String SERVER = "io.modelcontextprotocol.server.";

  private final boolean isSync;
  private final String features;
  private final Object specification;
  private Object server;

  private Offers(Object transport, String mode) throws Exception {
    isSync = mode.equals("sync");
    specification = Loose.statically(SERVER + "McpServer", mode, transport);
    features =
        SERVER
            + (isStateless() ? "McpStatelessServerFeatures$" : "McpServerFeatures$")
            + (isSync ? "Sync" : "Async");
  }

  static Object start(Object transport, String mode) throws Exception {
    return start(transport, mode, List.of());
  }

  /** With tools that a framework made. */
  static Object start(Object transport, String mode, List<Object> more) throws Exception {
    Offers offers = new Offers(transport, mode);
    Loose.call(offers.specification, "serverInfo", "lab-" + mode, "1.0");
    Loose.call(offers.specification, "capabilities", capabilities());
    offers.tools();
    if (!more.isEmpty()) {
      Loose.call(offers.specification, "tools", more);
    }
    offers.prompts();
    offers.resources();
    offers.completions();
    if (!offers.isStateless()) {
      News.hearOfRoots(offers.specification, offers.isSync);
    }
    offers.server = Loose.call(offers.specification, "build");
    return offers.server;
  }

  private boolean isStateless() {
    return specification.getClass().getName().contains("Stateless");
  }

  static Object capabilities() throws Exception {
    Object builder = Loose.statically(SCHEMA + "ServerCapabilities", "builder");
    Loose.call(builder, "tools", true);
    Loose.call(builder, "prompts", true);
    Loose.call(builder, "resources", false, true);
    Loose.call(builder, "logging");
    Loose.call(builder, "completions");
    return Loose.call(builder, "build");
  }

  private void tools() throws Exception {
    String method = Loose.type(SCHEMA + "Tool$Builder").isPresent() ? "toolCall" : "tool";
    for (String name : Deeds.TOOLS) {
      Loose.call(specification, method, Tools.declared(name), work(name, tool(name)));
    }
  }

  private Answer tool(String name) {
    if (Asking.isAsking(name)) {
      return exchange -> Asking.ask(exchange, name);
    }
    return switch (name) {
      case "nothing" -> exchange -> null;
      case News.TOOL ->
          exchange -> {
            News.tell(server);
            return Tools.result("told", false);
          };
      case "sad" -> exchange -> Tools.result("the report could not be written", true);
      case "debugid" -> exchange -> Tools.result(Asking.debugId(), false);
      default -> exchange -> Tools.result("done", false);
    };
  }

  private void prompts() throws Exception {
    List<Object> all = new ArrayList<>();
    for (String name : Deeds.PROMPTS) {
      Object argument =
          record("PromptArgument", "name", "city", "description", "a city", "required", false);
      Object prompt =
          record("Prompt", "name", name, "description", name, "arguments", List.of(argument));
      all.add(
          offer(
              "PromptSpecification",
              prompt,
              work(
                  name,
                  exchange ->
                      record(
                          "GetPromptResult", "description", said(name), "messages", List.of()))));
    }
    Loose.call(specification, "prompts", all);
  }

  private void resources() throws Exception {
    List<Object> all = new ArrayList<>();
    for (String name : Deeds.PROMPTS) {
      String uri = "lab://" + name;
      Object resource =
          record(
              "Resource", "uri", uri, "name", name, "description", name, "mimeType", "text/plain");
      all.add(
          offer(
              "ResourceSpecification",
              resource,
              work(
                  name,
                  exchange ->
                      record("ReadResourceResult", "contents", List.of(content(uri, name))))));
    }
    Loose.call(specification, "resources", all);
  }

  private void completions() throws Exception {
    List<Object> all = new ArrayList<>();
    for (String name : Deeds.PROMPTS) {
      all.add(
          offer(
              "CompletionSpecification",
              record("PromptReference", "type", "ref/prompt", "name", name),
              work(name, exchange -> record("CompleteResult", "completion", completion(name)))));
    }
    Loose.call(specification, "completions", all);
  }

  private static Object content(String uri, String name) throws Exception {
    return record("TextResourceContents", "uri", uri, "mimeType", "text/plain", "text", said(name));
  }

  private static Object completion(String name) throws Exception {
    return record(
        "CompleteResult$CompleteCompletion",
        "values",
        List.of(said(name)),
        "total",
        1,
        "hasMore",
        false);
  }

  /** What a handler says; one of them says which trace it sees. */
  private static String said(String name) {
    return name.equals("debugid") ? Asking.debugId() : "Oslo";
  }

  private Object offer(String kind, Object what, BiFunction<Object, Object, Object> handler)
      throws Exception {
    return Loose.create(features + kind, what, handler);
  }

  /** What a handler gives when it does not fail. */
  private interface Answer {
    Object to(Object exchange) throws Exception;
  }

  private BiFunction<Object, Object, Object> work(String deed, Answer answer) {
    if (isSync) {
      return (exchange, request) -> done(deed, answer, exchange);
    }
    if (deed.equals(News.TOOL)) {
      return (exchange, request) -> News.telling(server).thenReturn(Tools.result("told", false));
    }
    return (exchange, request) ->
        exchange != null && Asking.isAsking(deed)
            ? Asking.asking(exchange, deed)
            : Mono.defer(() -> Mono.justOrEmpty(done(deed, answer, exchange)));
  }

  private Object done(String deed, Answer answer, Object exchange) {
    if (isSync && !deed.equals("atonce")) {
      Tools.aMoment(); // who throws at once may destroy its own answer in the SDK
    }
    Deeds.perform(deed);
    try {
      return answer.to(exchange);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the lab itself failed", e);
    }
  }

  private static Object record(String type, Object... namesAndValues) throws Exception {
    Map<String, Object> values = new java.util.HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Tools.record(Class.forName(SCHEMA + type), values);
  }
}

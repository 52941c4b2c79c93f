package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.call.Given;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.failure.Request;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for; arguments by name only. */
final class Invocations {
  private static final int MAX_NAMES = 50;

  private final Services services;

  Invocations(Services services) {
    this.services = services;
  }

  Invocation of(String asked, @Nullable Object params, @Nullable Object timeout) {
    String method = fit(asked);
    Duration timer = timeout instanceof Duration duration ? duration : null;
    if (params instanceof McpSchema.CallToolRequest call) {
      String tool = fit(call.name());
      return targeted(method, tool, null, null, timer, call.arguments(), null);
    }
    if (params instanceof McpSchema.GetPromptRequest get) {
      String prompt = fit(get.name());
      return targeted(method, null, prompt, null, timer, get.arguments(), null);
    }
    if (params instanceof McpSchema.ReadResourceRequest read && read.uri() != null) {
      String uri = services.names().resource(read.uri());
      return new Invocation(new Request(method, null, null, uri, List.of()), false, timer);
    }
    boolean isNextPage = params instanceof McpSchema.PaginatedRequest page && page.cursor() != null;
    return new Invocation(Request.of(method), isNextPage, timer);
  }

  /** Of a request that comes in: its parameters are plain maps. */
  Invocation ofRaw(String asked, @Nullable Object params) {
    String method = fit(asked);
    if (!(params instanceof Map<?, ?> map)) {
      return Invocation.of(method, null);
    }
    if (Invocation.isNotification(method)) {
      return targeted(method, null, null, null, null, null, map); // all of it may be repeated
    }
    String name = map.get("name") instanceof String text ? fit(text) : null;
    boolean isTool = method.equals("tools/call");
    boolean isPrompt = method.equals("prompts/get");
    String uri = map.get("uri") instanceof String text ? services.names().resource(text) : null;
    return targeted(
        method,
        isTool ? name : null,
        isPrompt ? name : null,
        method.startsWith("resources/") ? uri : null,
        null,
        map.get("arguments") instanceof Map<?, ?> arguments ? arguments : null,
        map.get("_meta"));
  }

  private Invocation targeted(
      String method,
      @Nullable String tool,
      @Nullable String prompt,
      @Nullable String resource,
      @Nullable Duration timer,
      @Nullable Map<?, ?> arguments,
      @Nullable Object meta) {
    return new Invocation(
        new Request(method, tool, prompt, resource, names(arguments)),
        false,
        timer,
        Phase.CONNECT,
        Given.of(arguments, meta));
  }

  private List<String> names(@Nullable Map<?, ?> arguments) {
    if (arguments == null || arguments.isEmpty() || !services.capturesArgumentNames()) {
      return List.of();
    }
    String[] names = new String[Math.min(arguments.size(), MAX_NAMES)];
    int count = 0;
    for (Object name : arguments.keySet()) {
      if (count < names.length && name instanceof String text) {
        names[count++] = fit(text);
      }
    }
    return count == 1 ? List.of(names[0]) : List.of(Arrays.copyOf(names, count));
  }

  private String fit(@Nullable String name) {
    return services.names().name(name);
  }
}

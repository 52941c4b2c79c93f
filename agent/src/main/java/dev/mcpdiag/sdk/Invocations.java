package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Invocation;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for; arguments by name only. */
final class Invocations {
  private static final int MAX_NAMES = 50;
  private static final int MAX_CHARS = 120;

  private final Services services;

  Invocations(Services services) {
    this.services = services;
  }

  Invocation of(String method, @Nullable Object params, @Nullable Object timeout) {
    Duration timer = timeout instanceof Duration duration ? duration : null;
    if (params instanceof McpSchema.CallToolRequest call) {
      String tool = bounded(call.name());
      return new Invocation(method, tool, null, null, names(call.arguments()), false, timer);
    }
    if (params instanceof McpSchema.GetPromptRequest get) {
      String prompt = bounded(get.name());
      return new Invocation(method, null, prompt, null, names(get.arguments()), false, timer);
    }
    if (params instanceof McpSchema.ReadResourceRequest read && read.uri() != null) {
      String uri = services.resourceNames().apply(read.uri());
      return new Invocation(method, null, null, uri, List.of(), false, timer);
    }
    boolean isNextPage = params instanceof McpSchema.PaginatedRequest page && page.cursor() != null;
    return new Invocation(method, null, null, null, List.of(), isNextPage, timer);
  }

  /** Of a request that comes in: its parameters are plain maps. */
  Invocation ofRaw(String method, @Nullable Object params) {
    if (!(params instanceof Map<?, ?> map)) {
      return Invocation.of(method, null);
    }
    String name = map.get("name") instanceof String text ? bounded(text) : null;
    boolean isTool = method.equals("tools/call");
    boolean isPrompt = method.equals("prompts/get");
    String uri =
        map.get("uri") instanceof String text ? services.resourceNames().apply(text) : null;
    return new Invocation(
        method,
        isTool ? name : null,
        isPrompt ? name : null,
        method.startsWith("resources/") ? uri : null,
        map.get("arguments") instanceof Map<?, ?> arguments ? names(arguments) : List.of(),
        false,
        null);
  }

  private List<String> names(@Nullable Map<?, ?> arguments) {
    if (arguments == null || arguments.isEmpty() || !services.capturesArgumentNames()) {
      return List.of();
    }
    String[] names = new String[Math.min(arguments.size(), MAX_NAMES)];
    int count = 0;
    for (Object name : arguments.keySet()) {
      if (count < names.length && name instanceof String text) {
        names[count++] = bounded(text);
      }
    }
    return count == 1 ? List.of(names[0]) : List.of(Arrays.copyOf(names, count));
  }

  private static String bounded(@Nullable String name) {
    String text = name == null ? "" : name;
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
  }
}

package dev.mcpdiag.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for. Null where it does not apply.
 *
 * @param method JSON-RPC method, "" when no call was made
 * @param tool of tools/call
 * @param prompt of prompts/get
 * @param resource of resources/*: scheme, host and path, no query
 * @param argumentNames names only, never values
 */
public record Request(
    String method,
    @Nullable String tool,
    @Nullable String prompt,
    @Nullable String resource,
    List<String> argumentNames) {
  /** Where no call was made. */
  public static final Request NONE = of("");

  /** A request without a target and without arguments of its own. */
  public static Request of(String method) {
    return new Request(method, null, null, null, List.of());
  }

  /** Tool, prompt or resource, null if the method has none. */
  public @Nullable String target() {
    return tool != null ? tool : prompt != null ? prompt : resource;
  }
}

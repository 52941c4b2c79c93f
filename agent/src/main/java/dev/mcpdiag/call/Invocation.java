package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for.
 *
 * @param method JSON-RPC method, "" where no call was made
 * @param tool of tools/call, else null
 * @param prompt of prompts/get, else null
 * @param resource of resources/*: scheme, host and path only, else null
 * @param argumentNames names of the arguments, never values
 * @param isNextPage whether a list continues at a cursor
 * @param timeout the SDK's timer for the call, null if unknown
 * @param outside where no call was made, what happened instead
 * @param given its arguments, so that no text repeats them
 */
public record Invocation(
    String method,
    @Nullable String tool,
    @Nullable String prompt,
    @Nullable String resource,
    List<String> argumentNames,
    boolean isNextPage,
    @Nullable Duration timeout,
    Phase outside,
    Given given) {

  /** A call. */
  public Invocation(
      String method,
      @Nullable String tool,
      @Nullable String prompt,
      @Nullable String resource,
      List<String> argumentNames,
      boolean isNextPage,
      @Nullable Duration timeout) {
    this(
        method,
        tool,
        prompt,
        resource,
        argumentNames,
        isNextPage,
        timeout,
        Phase.CONNECT,
        Given.NOTHING);
  }

  /** No call at all: something that happens outside of any. */
  public static Invocation outside(Phase phase) {
    return new Invocation("", null, null, null, List.of(), false, null, phase, Given.NOTHING);
  }

  /** A call without a target of its own. */
  public static Invocation of(String method, @Nullable Duration timeout) {
    return new Invocation(method, null, null, null, List.of(), false, timeout);
  }

  /** Tool, prompt or resource, null if the method has none. */
  public @Nullable String target() {
    return tool != null ? tool : prompt != null ? prompt : resource;
  }

  /**
   * Name of the span: the method and, for tools and prompts, their name
   * (reference/spans.md#names-of-spans).
   */
  public String spanName() {
    String name = tool != null ? tool : prompt;
    return name == null ? method : method + ' ' + name;
  }

  /** Phase by method (reference/spans.md#phases). */
  public Phase phase() {
    return switch (method) {
      case "" -> outside;
      case "initialize", "notifications/initialized" -> Phase.INIT;
      case "prompts/get" -> Phase.PROMPT;
      case "resources/read", "resources/subscribe", "resources/unsubscribe" -> Phase.READ;
      default ->
          method.startsWith("tasks/")
              ? Phase.TASK
              : method.endsWith("/list") && !method.startsWith("roots/") ? Phase.LIST : Phase.CALL;
    };
  }

  /** Whether it is told and not asked: no answer ever comes. */
  public boolean isNotification() {
    return isNotification(method);
  }

  /** The same of a method alone. */
  public static boolean isNotification(String method) {
    return method.startsWith("notifications/");
  }

  /** The request that opens a session. */
  boolean isHandshake() {
    return method.equals("initialize");
  }

  /** Whether the call gets a span only when it fails: chatter that would bury the rest. */
  public boolean isChatter() {
    return method.equals("ping")
        || method.equals("notifications/progress")
        || method.equals("notifications/message");
  }
}

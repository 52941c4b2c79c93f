package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.failure.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is about to be sent or answered.
 *
 * @param request what it asks for
 * @param isNextPage whether a list continues at a cursor
 * @param timeout the SDK's timer for the call, null if unknown
 * @param outside where no call was made, what happened instead
 * @param given its arguments, so that no text repeats them
 */
public record Invocation(
    Request request, boolean isNextPage, @Nullable Duration timeout, Phase outside, Given given) {

  /** A call without arguments that a text could repeat. */
  public Invocation(Request request, boolean isNextPage, @Nullable Duration timeout) {
    this(request, isNextPage, timeout, Phase.CONNECT, Given.NOTHING);
  }

  /** No call at all: something that happens outside of any. */
  public static Invocation outside(Phase phase) {
    return new Invocation(Request.NONE, false, null, phase, Given.NOTHING);
  }

  /** A call without a target of its own. */
  public static Invocation of(String method, @Nullable Duration timeout) {
    return new Invocation(Request.of(method), false, timeout);
  }

  /** JSON-RPC method, "" where no call was made. */
  public String method() {
    return request.method();
  }

  /**
   * Name of the span: the method and, for tools and prompts, their name
   * (reference/spans.md#names-of-spans).
   */
  public String spanName() {
    String name = request.tool() != null ? request.tool() : request.prompt();
    return name == null ? method() : method() + ' ' + name;
  }

  /** Phase by method (reference/spans.md#phases). */
  public Phase phase() {
    String method = method();
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
    return isNotification(method());
  }

  /** The same of a method alone. */
  public static boolean isNotification(String method) {
    return method.startsWith("notifications/");
  }

  /** The request that opens a session. */
  boolean isHandshake() {
    return method().equals("initialize");
  }

  /** Whether the call gets a span only when it fails: chatter that would bury the rest. */
  public boolean isChatter() {
    String method = method();
    return method.equals("ping")
        || method.equals("notifications/progress")
        || method.equals("notifications/message");
  }
}

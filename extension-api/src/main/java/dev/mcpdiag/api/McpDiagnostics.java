package dev.mcpdiag.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application what mcpdiag found. Without the agent every method answers "nothing known";
 * with it, what the agent knows. Any thread, any number of times; nothing here throws or blocks.
 */
public final class McpDiagnostics {
  private McpDiagnostics() {}

  /** True while the agent runs in this JVM and serves this copy of the class. */
  public static boolean isActive() {
    return AgentLink.isSet();
  }

  /**
   * Finds the diagnosis of what was caught. Looks at the throwable itself, its causes and
   * suppressed exceptions, nearest first, even when they form a circle.
   */
  public static Optional<Diagnosis> find(@Nullable Throwable failure) {
    if (failure == null || !isActive()) {
      return Optional.empty();
    }
    for (Throwable near : NearestFirst.of(failure)) {
      Optional<Diagnosis> found = AgentLink.diagnosis("find-throwable", near);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the diagnosis of a failed tool call's result. What the agent of this JVM knows comes
   * first, then what the server sent in {@code _meta}; the latter works without the agent and is
   * the server's word.
   *
   * @param callToolResult the result object of any MCP SDK that has a public {@code meta()}; a
   *     throwable is looked up like in {@link #find(Throwable)}
   */
  public static Optional<Diagnosis> find(@Nullable Object callToolResult) {
    if (callToolResult == null) {
      return Optional.empty();
    }
    if (callToolResult instanceof Throwable failure) {
      return find(failure);
    }
    Optional<Diagnosis> known = AgentLink.diagnosis("find-result", callToolResult);
    return known.isPresent() ? known : ResultMeta.diagnosis(callToolResult);
  }

  /**
   * True if another try may work; false when nothing is known. It permits nothing: see {@link
   * Retry}.
   */
  public static boolean isRetryable(@Nullable Throwable failure) {
    return find(failure).map(Diagnosis::isRetryable).orElse(false);
  }

  /** The trace id of the call that this thread is in: what a user tells the operator. */
  public static Optional<String> currentDebugId() {
    return AgentLink.ask("debug-id", null) instanceof String id
        ? Optional.of(id)
        : Optional.empty();
  }

  /**
   * Says for whom the calls are made that this thread starts until the scope is closed. Scopes
   * nest. Exported only with {@code mcpdiag.identity.enabled}, and hashed unless told otherwise.
   *
   * @param user null or "" if not known
   * @param conversation null or "" if not known
   * @return to close on the same thread, best in a try-with-resources
   */
  public static Scope identity(@Nullable String user, @Nullable String conversation) {
    Map<String, String> who = new LinkedHashMap<>();
    who.put("user", user == null ? "" : user);
    who.put("conversation", conversation == null ? "" : conversation);
    return AgentLink.ask("identity", who) instanceof Runnable end ? end::run : () -> {};
  }

  /** Ends what {@link #identity} began. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    /** Call it on the thread that began it; a second time does nothing; throws nothing. */
    @Override
    void close();
  }
}

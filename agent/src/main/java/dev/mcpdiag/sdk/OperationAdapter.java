package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Public operations of the client: (mono, client, transport, initializer, name, argument). */
final class OperationAdapter implements Function<@Nullable Object[], @Nullable Object> {
  /** JSON-RPC method of an operation; one that is not here has no call of its own. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("initialize", "initialize"),
          Map.entry("ping", "ping"),
          Map.entry("callTool", "tools/call"),
          Map.entry("listTools", "tools/list"),
          Map.entry("listResources", "resources/list"),
          Map.entry("listResourceTemplates", "resources/templates/list"),
          Map.entry("readResource", "resources/read"),
          Map.entry("subscribeResource", "resources/subscribe"),
          Map.entry("unsubscribeResource", "resources/unsubscribe"),
          Map.entry("listPrompts", "prompts/list"),
          Map.entry("getPrompt", "prompts/get"),
          Map.entry("completeCompletion", "completion/complete"),
          Map.entry("setLoggingLevel", "logging/setLevel"));

  private final Services services;
  private final Invocations invocations;

  OperationAdapter(Services services) {
    this.services = services;
    this.invocations = new Invocations(services);
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    String method = METHODS.get(String.valueOf(values[4]));
    if (method == null || !(values[0] instanceof Mono<?> mono) || values[2] == null) {
      return null;
    }
    Connection connection = services.connections().of(values[2]);
    if (values[3] != null) {
      services.connections().alias(values[3], connection);
    }
    if (!connection.hasAnswered()
        && values[1] instanceof McpAsyncClient client
        && client.isInitialized()) {
      connection.initialized(nameOf(client.getServerInfo()), null); // before the agent came
    }
    return new OperationMono<>(
        mono, services.calls(), connection, () -> invocations.of(method, values[5], null));
  }

  private static @Nullable String nameOf(McpSchema.@Nullable Implementation server) {
    return server == null ? null : server.name();
  }
}

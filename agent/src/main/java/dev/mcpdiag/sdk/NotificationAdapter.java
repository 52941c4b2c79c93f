package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Role;
import dev.mcpdiag.telemetry.CallSpan;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A notification on its way, when it is handed to the transport: (message, client transport). */
final class NotificationAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;
  private final Invocations invocations;

  NotificationAdapter(Services services) {
    this.services = services;
    this.invocations = new Invocations(services);
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    Announced.put(null);
    if (!services.isPropagating()
        || !(values[0] instanceof McpSchema.JSONRPCNotification message)
        || message.method() == null) {
      return null;
    }
    Role role = values[1] == null ? Role.SERVER_SENDS : Role.CLIENT_SENDS;
    CallSpan span =
        services.calls().announce(role, invocations.of(message.method(), message.params(), null));
    Announced.put(span);
    Map<String, String> headers = span == null ? services.calls().currentHeaders() : span.headers();
    Object params = headers.isEmpty() ? null : Meta.with(headers, message.params());
    return params == null ? null : Rebuilt.withParams(message, params);
  }
}

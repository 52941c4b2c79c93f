package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The message of a request on its way, once per subscription: (message, context). */
final class MessageAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  MessageAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    OpenCall call = CallContext.call(values[1]);
    if (call == null || !(values[0] instanceof McpSchema.JSONRPCRequest request)) {
      return null;
    }
    call.identify(String.valueOf(request.id()));
    OwnMeta.look(call, request.params(), "request_meta");
    // Old and foreign servers may refuse unknown fields in the handshake.
    if (!services.isPropagating() || request.method().equals("initialize")) {
      return null;
    }
    Map<String, String> headers =
        call.invocation().isChatter() ? services.calls().currentHeaders() : call.headers();
    Object params = headers.isEmpty() ? null : Meta.with(headers, request.params());
    return params == null ? null : Rebuilt.withParams(request, params);
  }
}

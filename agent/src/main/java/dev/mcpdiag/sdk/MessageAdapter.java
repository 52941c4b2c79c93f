package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The message of a request on its way: (message, context). */
final class MessageAdapter implements Function<@Nullable Object[], @Nullable Object> {
  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    OpenCall call = CallContext.call(values[1]);
    if (call != null && values[0] instanceof McpSchema.JSONRPCRequest request) {
      call.identify(String.valueOf(request.id()));
    }
    return null;
  }
}

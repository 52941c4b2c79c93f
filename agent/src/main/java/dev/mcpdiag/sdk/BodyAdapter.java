package dev.mcpdiag.sdk;

import dev.mcpdiag.evidence.WatchedBody;
import java.net.http.HttpRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a request: (publisher, carrier). The exchange finds the call through it. */
final class BodyAdapter implements Function<@Nullable Object[], @Nullable Object> {
  static final BodyAdapter INSTANCE = new BodyAdapter();

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    return values[0] instanceof HttpRequest.BodyPublisher body
        ? new WatchedBody(body, CallContext.call(values[1]))
        : null;
  }
}

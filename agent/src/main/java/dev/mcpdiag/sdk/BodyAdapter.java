package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Envelope;
import dev.mcpdiag.evidence.WatchedBody;
import java.net.http.HttpRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: (publisher, carrier, text, transport). The exchange finds the call through
 * it; where no context says which call it is, the message itself does.
 */
final class BodyAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  BodyAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (!(values[0] instanceof HttpRequest.BodyPublisher body)) {
      return null;
    }
    OpenCall call = CallContext.call(values[1]);
    return new WatchedBody(body, call == null ? byMessage(values[2], values[3]) : call);
  }

  private @Nullable OpenCall byMessage(@Nullable Object text, @Nullable Object transport) {
    Connection connection = transport == null ? null : services.connections().known(transport);
    if (connection == null || !(text instanceof String json)) {
      return null;
    }
    Envelope message = Envelope.of(json);
    return message.method() == null ? null : connection.openCall(message.method(), message.id());
  }
}

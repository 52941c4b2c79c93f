package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.Role;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An address that is none: (transport, text, exception). No call will ever be made with it. */
final class RefusedAddressAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  RefusedAddressAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (values[0] != null
        && values[1] instanceof String text
        && values[2] instanceof Throwable refusal) {
      boolean isSse = values[0].getClass().getName().contains("Sse");
      Connection connection = services.connections().of(values[0]);
      connection.refusedAt(text, isSse ? Transport.SSE : Transport.STREAMABLE_HTTP);
      services
          .calls()
          .begin(Role.CLIENT_SENDS, connection, Invocation.outside(Phase.CONFIG))
          .threw(refusal, null);
    }
    return null;
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.evidence.FactValue;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an HTTP transport sends to: (transport, base, endpoint, sender). A sender that several
 * transports share knows its transport by the request.
 */
final class AddressAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  AddressAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    Object transport = values[0];
    if (transport != null && values[3] != null) {
      services.connections().alias(values[3], services.connections().of(transport));
    }
    if (transport != null && values[1] != null) {
      Connection connection = services.connections().of(transport);
      if (!connection.isLocated()) {
        boolean isSse = transport.getClass().getName().contains("Sse");
        connection.isSetTo(FactValue.URL, values[2] instanceof String path ? path : null);
        connection.locatedAt(
            URI.create(values[1].toString()), isSse ? Transport.SSE : Transport.STREAMABLE_HTTP);
      }
    }
    return null;
  }
}

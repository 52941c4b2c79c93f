package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/** The WebClient of a WebFlux transport: (client, transport). It gets one more filter. */
final class WebClientAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  WebClientAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (!(values[0] instanceof WebClient client) || values[1] == null) {
      return null;
    }
    boolean isSse = values[1].getClass().getName().contains("Sse");
    Connection connection = services.connections().of(values[1]);
    Transport transport = isSse ? Transport.SSE : Transport.STREAMABLE_HTTP;
    return client.mutate().filters(filters -> watch(filters, connection, transport)).build();
  }

  /** The last filter sees what leaves; the first one what the application's own do before that. */
  private void watch(
      List<ExchangeFilterFunction> filters, Connection connection, Transport transport) {
    WebExchanges exchanges = new WebExchanges(services.calls(), connection, transport);
    if (!filters.isEmpty()) {
      filters.add(0, exchanges::prepared);
    }
    filters.add(exchanges);
  }
}

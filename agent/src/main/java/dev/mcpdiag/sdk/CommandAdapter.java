package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import io.modelcontextprotocol.client.transport.ServerParameters;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a stdio transport starts: (transport, parameters). */
final class CommandAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  CommandAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (values[0] != null && values[1] instanceof ServerParameters parameters) {
      Connection connection = services.connections().of(values[0]);
      if (!connection.isLocated() && parameters.getCommand() != null) {
        connection.startedFrom(parameters.getCommand());
      }
    }
    return null;
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.ThrowableChain;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The connection attempt of a session: (mono, transport, session). The SDK drops its error. */
final class ConnectingAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  ConnectingAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (!(values[0] instanceof Mono<?> mono) || values[1] == null) {
      return null;
    }
    Connection connection = services.connections().of(values[1]);
    return mono.doOnError(error -> Guard.run(() -> note(connection, error)));
  }

  private static void note(Connection connection, Throwable error) {
    ThrowableChain chain = ThrowableChain.of(error);
    connection.facts().note(FactKind.CONNECT_ERROR, chain.innermost(), chain);
  }
}

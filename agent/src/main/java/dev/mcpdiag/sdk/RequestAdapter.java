package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Role;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Requests and notifications: (mono, session, method, params, transport[, timeout]). */
final class RequestAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;
  private final Invocations invocations;

  RequestAdapter(Services services) {
    this.services = services;
    this.invocations = new Invocations(services);
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    if (!(values[0] instanceof Mono<?> mono) || values[4] == null) {
      return null;
    }
    Object timeout = values.length > 5 ? values[5] : null;
    return new CallMono<>(
        mono,
        services.calls(),
        Role.CLIENT_SENDS,
        services.connections().of(values[4]),
        invocations.of(String.valueOf(values[2]), values[3], timeout),
        Announced.take(values[2]));
  }
}

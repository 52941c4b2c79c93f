package dev.mcpdiag.sdk;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Role;
import dev.mcpdiag.evidence.FactKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A servlet transport refuses a request before any call: (transport, response, status, error). */
final class RejectionAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private static final int FIRST_SERVER_STATUS = 500;

  private final Services services;
  private final ServerPeers peers;

  RejectionAdapter(Services services, ServerPeers peers) {
    this.services = services;
    this.peers = peers;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    boolean isRefusal = values[2] instanceof Integer status && status < FIRST_SERVER_STATUS;
    if (values[0] == null || !isRefusal || CurrentCall.get() != null) {
      return null; // a call that fails inside has its own end
    }
    Transport transport =
        values[0].getClass().getName().contains("Sse") ? Transport.SSE : Transport.STREAMABLE_HTTP;
    Connection connection = peers.of(null, values[0], transport);
    OpenCall call =
        services.calls().begin(Role.SERVER_ANSWERS, connection, Invocation.of("", null));
    call.facts().note(FactKind.HTTP_REFUSED, String.valueOf(values[2]));
    PeerError error = values[3] instanceof Throwable thrown ? PeerErrors.of(thrown) : null;
    call.refused(error == null ? new PeerError(-32600, "", java.util.Optional.empty()) : error);
    return null;
  }
}

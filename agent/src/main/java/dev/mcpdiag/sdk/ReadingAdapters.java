package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Facts;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text over HTTP on its way to a message: what is begun and never got through is a fact. */
final class ReadingAdapters {
  private final Services services;

  ReadingAdapters(Services services) {
    this.services = services;
  }

  /** (text, transport, carrier): about to be parsed. */
  Function<@Nullable Object[], @Nullable Object> reading() {
    return values -> {
      Facts facts = facts(values[1], values[2]);
      if (facts != null) {
        facts.reading(values[0] instanceof String text ? text.length() : 0);
      }
      return null;
    };
  }

  /** (message, transport, carrier): parsed. */
  Function<@Nullable Object[], @Nullable Object> read() {
    return values -> {
      Facts facts = facts(values[1], values[2]);
      if (facts != null) {
        facts.read();
      }
      return null;
    };
  }

  /** An answer is its call's; an event of the one SSE stream belongs to the connection. */
  private @Nullable Facts facts(@Nullable Object transport, @Nullable Object carrier) {
    OpenCall call = CallContext.call(carrier);
    if (call != null) {
      return call.facts();
    }
    Connection connection = transport == null ? null : services.connections().known(transport);
    return connection == null || connection.peer().transport() != Transport.SSE
        ? null
        : connection.facts();
  }
}

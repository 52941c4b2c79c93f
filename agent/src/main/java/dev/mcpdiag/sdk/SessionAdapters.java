package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.ThrowableChain;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a client session does that no caller sees; JDK types only. */
final class SessionAdapters {
  private final Services services;

  SessionAdapters(Services services) {
    this.services = services;
  }

  /** (transport): the application closes the client. */
  Function<@Nullable Object[], @Nullable Object> closing() {
    return values -> {
      Connection connection = values[0] == null ? null : services.connections().known(values[0]);
      if (connection != null) {
        if (connection.facts().newest(FactKind.CLOSING) == null) {
          connection.facts().note(FactKind.CLOSING, FactValue.YES);
        }
        connection.closed();
      }
      return null;
    };
  }

  /** (initializer, timeout): initialization ends at this timer or at that of its request. */
  Function<@Nullable Object[], @Nullable Object> timer() {
    return values -> {
      Connection connection = values[0] == null ? null : services.connections().known(values[0]);
      if (connection != null && values[1] instanceof Duration timeout) {
        connection.initializesWithin(timeout);
      }
      return null;
    };
  }

  /** (initializer, throwable): kept by the SDK; it belongs to the one call that is open. */
  Function<@Nullable Object[], @Nullable Object> hidden() {
    return values -> {
      Connection connection = values[0] == null ? null : services.connections().known(values[0]);
      if (connection != null && values[1] instanceof Throwable throwable) {
        ThrowableChain chain = ThrowableChain.of(throwable);
        connection.factsOfOnlyCall().note(FactKind.SDK_HIDDEN, chain.innermost(), chain);
      }
      return null;
    };
  }
}

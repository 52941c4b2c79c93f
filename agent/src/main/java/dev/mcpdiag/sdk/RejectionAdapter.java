package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Role;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a server's transport refuses before any call. */
final class RejectionAdapter {
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_OWN_FAULT = 500;

  /**
   * A GET or DELETE that a server does not offer is no failure (design/taxonomy.md#precedence, step
   * 0).
   */
  private static final int NOT_OFFERED = 405;

  private final Services services;
  private final ServerPeers peers;

  RejectionAdapter(Services services, ServerPeers peers) {
    this.services = services;
    this.peers = peers;
  }

  /** (transport): a servlet begins. */
  static Function<@Nullable Object[], @Nullable Object> serving() {
    return values -> {
      Inbound.begin();
      return null;
    };
  }

  /** (text): a message is about to be parsed. */
  static Function<@Nullable Object[], @Nullable Object> input() {
    return values -> {
      Inbound.reading();
      return null;
    };
  }

  /** (message): it was parsed. */
  static Function<@Nullable Object[], @Nullable Object> inputRead() {
    return values -> {
      Inbound.read();
      return null;
    };
  }

  /** (transport, request, response): a servlet or a routed function ends, or promises an end. */
  Function<@Nullable Object[], @Nullable Object> served() {
    return values -> {
      if (values[0] == null || values[1] == null) {
        return null;
      }
      if (values[2] instanceof Mono<?> promise) {
        return watched(promise, values[0], values[1]);
      }
      ended(values[0], values[1], values[2] == null ? 0 : status(values[2]));
      return null;
    };
  }

  /** The answer of a reactive server, on the thread that read or refused the request. */
  private <T> Mono<T> watched(Mono<T> promise, Object transport, Object request) {
    return promise
        .doOnSuccess(
            response ->
                Guard.run(() -> ended(transport, request, response == null ? 0 : status(response))))
        .doOnError(error -> Guard.run(() -> ended(transport, request, FIRST_OWN_FAULT)));
  }

  /** (body): the transport answers by itself; the SDK writes its exception as any other object. */
  static Function<@Nullable Object[], @Nullable Object> ownBody() {
    return values -> {
      if (values[0] instanceof Throwable
          || (values[0] instanceof String text && isThrowable(text))) {
        Inbound.showsStack();
      }
      return null;
    };
  }

  /** What a throwable looks like as JSON; inside a string the quotes would be escaped. */
  private static boolean isThrowable(String json) {
    return json.contains("\"stackTrace\":[{") && json.contains("\"localizedMessage\":");
  }

  private static int status(Object response) {
    int status = Servlet.status(response);
    return status == 0 ? Routed.status(response) : status;
  }

  private void ended(Object transport, Object request, int status) {
    Inbound.Rest rest = Inbound.end();
    Pending.drop();
    if (rest.showsStack()) {
      services.calls().leaked(connection(transport), "http_error_body");
    }
    if (!rest.isCall()) {
      refused(transport, request, status, rest.isUnread());
    }
  }

  private Connection connection(Object transport) {
    boolean isSse = transport.getClass().getName().contains("Sse");
    return peers.ofTransport(transport, isSse ? Transport.SSE : Transport.STREAMABLE_HTTP);
  }

  private void refused(Object transport, Object request, int status, boolean isUnread) {
    boolean isRefusal = status >= FIRST_REFUSAL && status != NOT_OFFERED;
    if (!isRefusal || (status >= FIRST_OWN_FAULT && !isUnread)) {
      return;
    }
    OpenCall call =
        services.calls().begin(Role.SERVER_ANSWERS, connection(transport), Invocation.of("", null));
    call.facts()
        .note(FactKind.HTTP_SESSION, namesSession(request) ? FactValue.SENT : FactValue.NONE);
    call.facts().note(FactKind.HTTP_REFUSED, Integer.toString(status));
    if (isUnread) {
      call.facts().note(FactKind.INPUT_UNREADABLE, FactValue.YES);
    }
    call.endedWithout();
  }

  private static boolean namesSession(Object request) {
    return Servlet.namesSession(request) || Routed.namesSession(request);
  }

  /** (transport): nobody reads stdin any more. */
  Function<@Nullable Object[], @Nullable Object> inputEnded() {
    return values -> {
      if (Inbound.end().isUnread() && values[0] != null) {
        Connection connection = peers.ofTransport(values[0], Transport.STDIO);
        OpenCall call =
            services
                .calls()
                .begin(Role.SERVER_ANSWERS, connection, Invocation.outside(Phase.STREAM));
        call.facts().note(FactKind.INPUT_UNREADABLE, FactValue.YES);
        call.endedWithout();
      }
      return null;
    };
  }
}

package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Role;
import dev.mcpdiag.evidence.FactKind;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A server's sessions: which server they belong to, and the calls that come in. */
final class ServerAdapters {
  private static final int UNINITIALIZED = 0;

  private final Services services;
  private final ServerPeers peers;
  private final Invocations invocations;

  ServerAdapters(Services services) {
    this.services = services;
    this.peers = new ServerPeers(services.connections());
    this.invocations = new Invocations(services);
  }

  ServerPeers peers() {
    return peers;
  }

  /** (server, serverInfo, provider): a server was built. */
  Function<@Nullable Object[], @Nullable Object> built() {
    return values -> {
      if (values[0] != null) {
        boolean isNamed = values[1] instanceof McpSchema.Implementation;
        peers.built(
            values[0],
            isNamed ? services.names().name(((McpSchema.Implementation) values[1]).name()) : null,
            values[2]);
      }
      return null;
    };
  }

  /** (handlers, server): a server prepared the handlers of its sessions. */
  Function<@Nullable Object[], @Nullable Object> prepared() {
    return values -> {
      if (values[0] != null && values[1] != null) {
        peers.prepared(values[1], values[0]);
      }
      return null;
    };
  }

  /** (session, id, handlers): a streamable session begins. */
  Function<@Nullable Object[], @Nullable Object> session() {
    return values -> {
      if (values[0] != null) {
        peers.began(values[0], values[1], values[2]);
      }
      return null;
    };
  }

  /** (mono, session, message, handlers, transport, state): a request or notification comes in. */
  Function<@Nullable Object[], @Nullable Object> incoming() {
    return values -> {
      if (!(values[0] instanceof Mono<?> mono) || values[1] == null) {
        return null;
      }
      if (values[2] instanceof McpSchema.JSONRPCNotification told) {
        return new AnswerMono<>(mono, () -> open(told.method(), told.params(), values));
      }
      if (!(values[2] instanceof McpSchema.JSONRPCRequest request)) {
        return null;
      }
      OpenCall begun = Pending.take(request);
      return begun == null
          ? new AnswerMono<>(mono, () -> open(request, values))
          : new AnswerMono<>(mono, () -> begun);
    };
  }

  /** (params, session, request): a stateless server calls a handler, before any subscription. */
  Function<@Nullable Object[], @Nullable Object> beginning() {
    return values -> {
      if (values[1] != null && values[2] instanceof McpSchema.JSONRPCRequest request) {
        Object[] all = {values[0], values[1], request, null, null, null};
        Pending.put(request, open(request, all));
      }
      return null;
    };
  }

  private OpenCall open(McpSchema.JSONRPCRequest request, @Nullable Object[] values) {
    OpenCall call = open(request.method(), request.params(), values);
    call.identify(services.names().id(request.id()));
    if (isTooEarly(request, values[5])) {
      call.facts().note(FactKind.SESSION_STATE, "uninitialized");
      call.endedWithout();
    }
    return call;
  }

  private OpenCall open(String method, @Nullable Object params, @Nullable Object[] values) {
    Inbound.called();
    Object session = java.util.Objects.requireNonNull(values[1]);
    Transport transport = transportOf(session, values[4]);
    Connection connection = peers.of(values[3], session, transport);
    peers.uses(values[4], connection);
    Invocation invocation = invocations.ofRaw(method, params);
    OpenCall call =
        services.calls().begin(Role.SERVER_ANSWERS, connection, invocation, Meta.headersIn(params));
    String hash = peers.hashOf(session);
    if (hash != null) {
      call.inSession(hash);
    }
    return call;
  }

  /** The SDK holds such a request back until the client initializes, for ever if it never does. */
  private static boolean isTooEarly(McpSchema.JSONRPCRequest request, @Nullable Object state) {
    return state instanceof AtomicInteger session
        && session.get() == UNINITIALIZED
        && !request.method().equals("initialize")
        && !request.method().equals("ping");
  }

  private static Transport transportOf(Object session, @Nullable Object transport) {
    String name = transport == null ? "" : transport.getClass().getName();
    if (name.contains("Stdio")) {
      return Transport.STDIO;
    }
    if (name.contains("Sse")) {
      return Transport.SSE;
    }
    String sessionName = session.getClass().getName();
    boolean isHttp = sessionName.contains("Streamable") || sessionName.contains("Stateless");
    return isHttp ? Transport.STREAMABLE_HTTP : Transport.OTHER;
  }

  /** (mono, session, method, params, handlers, timeout): the server asks or tells its client. */
  Function<@Nullable Object[], @Nullable Object> asking() {
    return values ->
        values[0] instanceof Mono<?> mono && values[1] != null
            ? new CallMono<>(
                mono,
                services.calls(),
                Role.SERVER_SENDS,
                peers.of(values[4], values[1], Transport.OTHER),
                invocations.of(String.valueOf(values[2]), values[3], values[5]),
                Announced.take(values[2]))
            : null;
  }

  /** (message): an answer goes out; where no handler worked, it alone says that a call failed. */
  static Function<@Nullable Object[], @Nullable Object> answering() {
    return values -> {
      OpenCall call = CurrentCall.get();
      if (call != null
          && call.role() == Role.SERVER_ANSWERS
          && values[0] instanceof McpSchema.JSONRPCResponse response) {
        Answers.sent(call, response);
      }
      return null;
    };
  }

  /** (mono, session, message, transport): a client is asked or told something by its server. */
  Function<@Nullable Object[], @Nullable Object> asked() {
    return values -> {
      Object transport = values[3];
      if (!(values[0] instanceof Mono<?> mono) || transport == null) {
        return null;
      }
      if (values[2] instanceof McpSchema.JSONRPCNotification told) {
        return new AnswerMono<>(mono, () -> openAtClient(told.method(), told.params(), transport));
      }
      return values[2] instanceof McpSchema.JSONRPCRequest request
          ? new AnswerMono<>(mono, () -> openAtClient(request, transport))
          : null;
    };
  }

  private OpenCall openAtClient(McpSchema.JSONRPCRequest request, Object transport) {
    OpenCall call = openAtClient(request.method(), request.params(), transport);
    call.identify(services.names().id(request.id()));
    return call;
  }

  private OpenCall openAtClient(String method, @Nullable Object params, Object transport) {
    Connection connection = services.connections().of(transport);
    Invocation invocation = invocations.ofRaw(method, params);
    return services
        .calls()
        .begin(Role.CLIENT_ANSWERS, connection, invocation, Meta.headersIn(params));
  }
}

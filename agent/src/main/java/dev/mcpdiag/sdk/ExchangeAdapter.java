package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.HttpExchange;
import dev.mcpdiag.evidence.WatchedBody;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange of the SDK: (client, request, handler, self, carrier). */
final class ExchangeAdapter implements Function<@Nullable Object[], @Nullable Object> {
  private final Services services;

  ExchangeAdapter(Services services) {
    this.services = services;
  }

  @Override
  public @Nullable Object apply(@Nullable Object[] values) {
    OpenCall call = callOf(values[1], values[4]);
    Connection connection = connection(call, values[3], values[1]);
    if (connection == null
        || !(values[0] instanceof HttpClient client)
        || !(values[1] instanceof HttpRequest request)
        || !(values[2] instanceof HttpResponse.BodyHandler<?> handler)) {
      return null;
    }
    connection.sends(request.headers());
    request.headers().firstValue("mcp-session-id").ifPresent(connection::inSession);
    // The GET of a stream inherits the context of initialize; it explains no call of its own.
    Facts facts =
        call != null && request.method().equals("POST")
            ? call.facts()
            : streamFacts(connection, request);
    CompletableFuture<?> exchange =
        HttpExchange.send(
            client,
            request,
            handler,
            facts,
            () -> answered(connection, request, facts),
            services.calls().streamEnds(connection));
    return exchange;
  }

  /** By the context of the exchange, else by the body: the SSE transport posts without context. */
  private static @Nullable OpenCall callOf(@Nullable Object request, @Nullable Object carrier) {
    OpenCall call = CallContext.call(carrier);
    if (call == null
        && request instanceof HttpRequest http
        && http.bodyPublisher().orElse(null) instanceof WatchedBody body
        && body.carrier() instanceof OpenCall owner) {
      return owner;
    }
    return call;
  }

  /** Of the call, of the transport that sends, or of the one that handed the request over. */
  private @Nullable Connection connection(
      @Nullable OpenCall call, @Nullable Object self, @Nullable Object request) {
    if (call != null) {
      return call.connection();
    }
    Object sender = self == null ? request : self;
    return sender == null ? null : services.connections().known(sender);
  }

  private static Facts streamFacts(Connection connection, HttpRequest request) {
    return request.method().equals("GET") ? connection.streamFacts() : new Facts();
  }

  private void answered(Connection connection, HttpRequest request, Facts facts) {
    connection.answered();
    if (request.method().equals("GET") && connection.peer().transport() != Transport.SSE) {
      services.calls().streamAnswered(connection, facts);
    }
    services.calls().history().answered(String.valueOf(request.uri().getHost()));
  }
}

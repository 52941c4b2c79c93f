package dev.mcpdiag.sdk;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.HttpFacts;
import dev.mcpdiag.evidence.StreamAge;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Notes what each exchange of a WebClient shows; request and answer go their way. */
final class WebExchanges implements ExchangeFilterFunction {
  private final Calls calls;
  private final Connection connection;
  private final Transport transport;

  WebExchanges(Calls calls, Connection connection, Transport transport) {
    this.calls = calls;
    this.connection = connection;
    this.transport = transport;
  }

  /** Before the filters of the application: what fails now has not left yet. */
  Mono<ClientResponse> prepared(ClientRequest request, ExchangeFunction next) {
    return Mono.deferContextual(
        context ->
            SignInAdapters.prepared(
                Mono.defer(() -> next.exchange(request)), factsOf(request, context)));
  }

  @Override
  public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
    return Mono.deferContextual(context -> watched(request, next, context));
  }

  private Mono<ClientResponse> watched(
      ClientRequest request, ExchangeFunction next, ContextView context) {
    Facts facts = factsOf(request, context);
    Guard.run(() -> asked(request, facts));
    return next.exchange(sending(request, facts))
        .map(response -> answered(request, response, facts))
        .doOnError(error -> Guard.run(() -> HttpFacts.failed(error, facts)));
  }

  /** As with the JDK's client: the GET of a stream explains no call of its own. */
  private Facts factsOf(ClientRequest request, ContextView context) {
    connection.locatedAt(request.url(), transport);
    String method = request.method().name();
    OpenCall call = CallContext.call(context);
    if (call != null && method.equals("POST")) {
      return call.facts();
    }
    return method.equals("GET") ? connection.streamFacts() : new Facts();
  }

  private void asked(ClientRequest request, Facts facts) {
    facts.prepared();
    java.net.http.HttpHeaders headers = WebAnswer.headers(request.headers());
    connection.sends(headers);
    headers.firstValue("mcp-session-id").ifPresent(connection::inSession);
    HttpFacts.asked(request.method().name(), request.url(), headers, facts);
  }

  /** Its body is written once a connection stands. */
  private static ClientRequest sending(ClientRequest request, Facts facts) {
    if (!request.method().name().equals("POST")) {
      return request;
    }
    HttpFacts.sent(facts, false);
    return ClientRequest.from(request)
        .body(
            (message, context) -> {
              HttpFacts.sent(facts, true);
              return request.body().insert(message, context);
            })
        .build();
  }

  private ClientResponse answered(ClientRequest request, ClientResponse response, Facts facts) {
    try {
      WebAnswer answer = new WebAnswer(response);
      boolean isStream = HttpFacts.answered(answer, request.url(), facts);
      connection.answered();
      if (request.method().name().equals("GET") && transport != Transport.SSE) {
        calls.streamAnswered(connection, facts);
      }
      calls.history().answered(String.valueOf(request.url().getHost()));
      boolean isRefused = answer.statusCode() >= 300;
      if (isRefused) {
        return WebBody.refusal(response, facts);
      }
      boolean isLongLived = request.method().name().equals("GET");
      StreamAge age = new StreamAge(calls.streamEnds(connection), isLongLived);
      return isStream ? WebBody.stream(response, facts, age) : response;
    } catch (RuntimeException fault) {
      Faults.report(fault);
      return response;
    }
  }
}

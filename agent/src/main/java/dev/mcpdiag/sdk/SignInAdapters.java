package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.SignIn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/** Code of the application that adds to requests what the server wants to see: tokens, mostly. */
final class SignInAdapters {
  private final Services services;

  SignInAdapters(Services services) {
    this.services = services;
  }

  /** (publisher, transport, carrier, method): a request is prepared. */
  Function<@Nullable Object[], @Nullable Object> preparing() {
    return values -> {
      boolean isNothingToDo = values[0] instanceof Fuseable.ScalarCallable;
      Facts facts = isNothingToDo ? null : factsOf(values[1], values[2], String.valueOf(values[3]));
      return facts != null && values[0] instanceof Publisher<?> publisher
          ? prepared(publisher, facts).doOnSuccess(ready -> Guard.run(facts::prepared))
          : null;
    };
  }

  /** A request that is cancelled stays in preparation: its thread may say why it took so long. */
  static <T> Mono<T> prepared(Publisher<T> publisher, Facts facts) {
    Mono<T> preparing =
        Mono.from(publisher)
            .doOnError(error -> Guard.run(() -> failed(error, facts)))
            .contextWrite(context -> CallContext.preparing(context, facts));
    return new PreparingMono<>(preparing, facts);
  }

  /** What fails after the request left is no failure of its preparation. */
  private static void failed(Throwable error, Facts facts) {
    if (facts.arePreparing()) {
      SignIn.unprepared(error, facts);
    }
  }

  /** Of the call, or of the stream where this is its GET; null where nobody would ask. */
  private @Nullable Facts factsOf(
      @Nullable Object transport, @Nullable Object carrier, String method) {
    if (method.contains("createDelete")) {
      return null;
    }
    Connection connection = transport == null ? null : services.connections().known(transport);
    if (method.contains("connect")) {
      return connection == null ? null : connection.streamFacts();
    }
    OpenCall call = CallContext.call(carrier);
    return call != null ? call.facts() : connection == null ? null : connection.factsOfOnlyCall();
  }

  /** (mono, method): a library signs in, for a request that is being prepared or for no such. */
  static Function<@Nullable Object[], @Nullable Object> signingIn() {
    return values -> {
      String step =
          switch (String.valueOf(values[1])) {
            case "getTokenResponse" -> SignIn.TOKEN_REQUEST;
            case "authorize" -> SignIn.SIGN_IN;
            default -> SignIn.SIGN_IN_ELSEWHERE;
          };
      return values[0] instanceof Mono<?> mono ? stepping(mono, step) : null;
    };
  }

  /** Where it is cancelled, a timer was faster: then the step is what everybody waited for. */
  private static <T> Mono<T> stepping(Mono<T> mono, String step) {
    return Mono.deferContextual(
        context -> {
          Facts facts = CallContext.prepared(context);
          if (facts == null) {
            return mono;
          }
          Runnable end = SignIn.step(step, facts);
          return mono.doOnTerminate(() -> Guard.run(end))
              .doOnError(error -> Guard.run(() -> SignIn.stepFailed(facts)));
        });
  }

  /** (context, carrier): before the handler is asked, for it may throw at once. */
  static Function<@Nullable Object[], @Nullable Object> authorizing() {
    return values -> {
      OpenCall call = CallContext.call(values[1]);
      if (call != null) {
        SignIn.begun(call.facts());
      }
      return null;
    };
  }

  /** (publisher, carrier): true where the request is worth another try. */
  static Function<@Nullable Object[], @Nullable Object> authorized() {
    return values -> {
      OpenCall call = CallContext.call(values[1]);
      return call != null && values[0] instanceof Publisher<?> publisher
          ? answered(publisher, call.facts())
          : null;
    };
  }

  private static <T> Mono<T> answered(Publisher<T> publisher, Facts facts) {
    return Mono.from(publisher)
        .doOnSuccess(answer -> Guard.run(() -> SignIn.ended(Boolean.TRUE.equals(answer), facts)))
        .doOnError(error -> Guard.run(() -> SignIn.failed(error, facts)));
  }
}

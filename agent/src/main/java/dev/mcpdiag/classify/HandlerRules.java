package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a handler's throwable says, in the JVM that answers the call (taxonomy 3.5, handler throws).
 */
final class HandlerRules {
  private record Row(String type, String code, Origin origin, String rule) {}

  /** From the special to the general; names of classes that the agent does not know. */
  private static final List<Row> ROWS =
      List.of(
          row("org.springframework.security.access.AccessDeniedException", Codes.PERMISSION_DENIED),
          row("java.lang.SecurityException", Codes.PERMISSION_DENIED),
          row("jakarta.validation.ConstraintViolationException", Codes.TOOL_INPUT_INVALID),
          row("javax.validation.ConstraintViolationException", Codes.TOOL_INPUT_INVALID),
          row(
              "org.springframework.web.bind.MethodArgumentNotValidException",
              Codes.TOOL_INPUT_INVALID),
          row("io.github.resilience4j.ratelimiter.RequestNotPermitted", Codes.RATE_LIMITED),
          row("io.github.resilience4j.circuitbreaker.CallNotPermittedException", Codes.OVERLOADED),
          row("io.github.resilience4j.bulkhead.BulkheadFullException", Codes.OVERLOADED),
          row("java.util.concurrent.RejectedExecutionException", Codes.OVERLOADED),
          dependency("java.sql.SQLException"),
          dependency("org.springframework.dao.TransientDataAccessException"),
          dependency("org.springframework.dao.RecoverableDataAccessException"),
          dependency("org.springframework.dao.DataAccessResourceFailureException"),
          dependency("org.springframework.web.client.ResourceAccessException"),
          dependency("org.springframework.web.client.HttpStatusCodeException"),
          dependency("org.springframework.web.reactive.function.client.WebClientException"),
          dependency("org.apache.kafka.common.errors.RetriableException"),
          dependency("io.grpc.StatusRuntimeException"),
          dependency("io.grpc.StatusException"),
          dependency("java.nio.channels.UnresolvedAddressException"),
          dependency("java.net.http.HttpTimeoutException"),
          dependency("java.net.SocketException"),
          dependency("java.net.UnknownHostException"),
          dependency("java.net.SocketTimeoutException"),
          dependency("javax.net.ssl.SSLException"),
          dependency("java.util.concurrent.TimeoutException"));

  private HandlerRules() {}

  static @Nullable Verdict judge(Case failed) {
    if (!failed.isAnswering() || failed.ending() != Case.Ending.THROWN) {
      return failed.isAnswering() && !failed.chain().isEmpty() ? byThrowable(failed) : null;
    }
    return failed.chain().isEmpty() ? withoutResult() : byThrowable(failed);
  }

  /** The SDK sends no answer then, so the client waits until its timer ends the call. */
  private static Verdict withoutResult() {
    return Verdict.of(
        Codes.INTERNAL_ERROR,
        Origin.LOCAL,
        "handler-no-result",
        "the handler gave no result, so no answer was sent");
  }

  private static Verdict byThrowable(Case failed) {
    if (failed.side() == Side.CLIENT) {
      return clientHandler(failed);
    }
    ThrowableChain chain = failed.chain();
    for (Row row : ROWS) {
      if (chain.has(row.type())) {
        return byRow(row, chain);
      }
    }
    if (chain.says("client must be configured with") && chain.says("capabilit")) {
      return Verdict.of(
              Codes.CLIENT_CAPABILITY_MISSING,
              Origin.PEER,
              "handler-asks-too-much",
              "the handler asked the client for what it does not offer")
          .sure(Confidence.MEDIUM);
    }
    return chain.outermost().equals("java.lang.IllegalArgumentException")
            && "tools/call".equals(failed.method())
        ? Verdict.of(
                Codes.TOOL_INPUT_INVALID,
                Origin.TOOL,
                "handler-illegal-argument",
                "the tool threw IllegalArgumentException")
            .sure(Confidence.LOW)
        : Verdict.of(
            Codes.INTERNAL_ERROR,
            Origin.LOCAL,
            "handler-threw",
            "the handler threw " + NetworkRules.simple(chain.outermost()));
  }

  private static Verdict byRow(Row row, ThrowableChain chain) {
    String because = "the handler's causes hold " + NetworkRules.simple(row.type());
    if (row.type().equals("java.sql.SQLException")) {
      return bySqlState(chain.detailOf(row.type()), because);
    }
    return Verdict.of(row.code(), row.origin(), row.rule(), because);
  }

  /** Classes 22, 23 and 42 are wrong statements; 28 is a refused login (ISO 9075). */
  private static Verdict bySqlState(String state, String because) {
    String about = state.isEmpty() ? because : because + " with SQLState class " + state;
    return switch (state) {
      case "22", "23", "42" ->
          Verdict.of(Codes.INTERNAL_ERROR, Origin.LOCAL, "handler-sql-statement", about);
      case "28" ->
          Verdict.of(Codes.TOOL_DEPENDENCY_FAILED, Origin.TOOL, "handler-sql-login", about)
              .reason("credentials");
      default -> Verdict.of(Codes.TOOL_DEPENDENCY_FAILED, Origin.TOOL, "handler-sql", about);
    };
  }

  /** Sampling, elicitation, roots: the reason names which handler of the host failed. */
  private static Verdict clientHandler(Case failed) {
    return Verdict.of(
            Codes.CLIENT_HANDLER_FAILED,
            Origin.LOCAL,
            "client-handler-threw",
            "this application's handler threw " + NetworkRules.simple(failed.chain().outermost()))
        .reason(handlerName(failed.method()));
  }

  static String handlerName(String method) {
    int slash = method.indexOf('/');
    return (slash < 0 ? method : method.substring(0, slash)).toLowerCase(Locale.ROOT);
  }

  /** A request refused by the transport itself, before any call. */
  static @Nullable Verdict refusedByTransport(Case failed) {
    if (failed.callValue(FactKind.INPUT_UNREADABLE) != null) {
      return Verdict.of(
          Codes.MALFORMED_MESSAGE,
          Origin.PEER,
          "input-unreadable",
          "this server could not read a message of its client");
    }
    if (failed.callValue(FactKind.SESSION_STATE) != null) {
      return Verdict.of(
              Codes.NOT_CONNECTED,
              Origin.PEER,
              "not-initialized",
              "the client sent a request before initialize, which the SDK holds back")
          .reason("not_initialized");
    }
    String status = failed.callValue(FactKind.HTTP_REFUSED);
    if (status == null) {
      return null;
    }
    String because = "this server's transport answered HTTP " + status + " before any call";
    boolean hasSession = "sent".equals(failed.callValue(FactKind.HTTP_SESSION));
    return switch (status) {
      case "404" ->
          Verdict.of(
              hasSession ? Codes.SESSION_EXPIRED : Codes.ENDPOINT_NOT_FOUND,
              Origin.PEER,
              hasSession ? "refused-session" : "refused-path",
              because);
      case "403", "421" -> Verdict.of(Codes.HOST_REJECTED, Origin.PEER, "refused-host", because);
      case "413" -> Verdict.of(Codes.PAYLOAD_TOO_LARGE, Origin.PEER, "refused-size", because);
      default -> Verdict.of(Codes.INVALID_REQUEST, Origin.PEER, "refused", because);
    };
  }

  private static Row row(String type, String code) {
    return new Row(type, code, Origin.TOOL, "handler-by-type");
  }

  private static Row dependency(String type) {
    return new Row(type, Codes.TOOL_DEPENDENCY_FAILED, Origin.TOOL, "handler-dependency");
  }
}

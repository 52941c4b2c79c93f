package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handler's throwable says, in the JVM that answers the call
 * (design/taxonomy.md#ambiguous-evidence).
 */
final class HandlerRules {
  private record Row(String type, String code, String rule) {}

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
          dependency("java.sql.SQLException"),
          dependency("org.springframework.dao.TransientDataAccessException"),
          dependency("org.springframework.dao.RecoverableDataAccessException"),
          dependency("org.springframework.dao.DataAccessResourceFailureException"),
          dependency("org.springframework.web.client.RestClientException"),
          dependency("org.springframework.web.reactive.function.client.WebClientException"),
          dependency("org.apache.kafka.common.errors.RetriableException"),
          dependency("io.grpc.StatusRuntimeException"),
          dependency("io.grpc.StatusException"),
          dependency("feign.FeignException"),
          dependency("retrofit2.HttpException"),
          dependency("jakarta.ws.rs.ProcessingException"),
          dependency("jakarta.ws.rs.WebApplicationException"),
          dependency("org.apache.hc.core5.http.NoHttpResponseException"),
          dependency("org.apache.http.NoHttpResponseException"),
          dependency("reactor.netty.http.client.PrematureCloseException"),
          dependency("io.netty.handler.timeout.TimeoutException"),
          dependency("io.lettuce.core.RedisException"),
          dependency("redis.clients.jedis.exceptions.JedisConnectionException"),
          dependency("com.mongodb.MongoException"),
          dependency("com.google.api.gax.rpc.ApiException"),
          dependency("software.amazon.awssdk.core.exception.SdkException"),
          dependency("javax.naming.CommunicationException"),
          dependency("jakarta.mail.MessagingException"),
          dependency("java.nio.channels.UnresolvedAddressException"),
          dependency("java.net.http.HttpTimeoutException"),
          dependency("java.net.SocketException"),
          dependency("java.net.UnknownHostException"),
          dependency("java.net.SocketTimeoutException"),
          dependency("javax.net.ssl.SSLException"),
          dependency("java.util.concurrent.TimeoutException"));

  /** Conflict and unprocessable content, as Spring's exceptions carry them. */
  private static final Set<String> BUSINESS = Set.of("http_409", "http_422");

  /** Exactly these types say nothing while they have a cause. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "java.lang.RuntimeException",
          "java.lang.reflect.InvocationTargetException",
          "java.lang.reflect.UndeclaredThrowableException",
          "java.util.concurrent.CompletionException",
          "java.util.concurrent.ExecutionException",
          "reactor.core.Exceptions$ReactiveException",
          "org.springframework.ai.tool.execution.ToolExecutionException");

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
    Verdict limit = LimitRules.byType(chain);
    if (limit != null) {
      return limit;
    }
    for (Row row : ROWS) {
      if (chain.has(row.type())) {
        return byRow(row, chain);
      }
    }
    if (chain.any(link -> BUSINESS.contains(link.detail()))) {
      return Verdict.of(
          Codes.TOOL_BUSINESS_RULE,
          Origin.TOOL,
          "handler-status",
          "the handler threw what stands for HTTP 409 or 422");
    }
    if (chain.says("client must be configured with") && chain.says("capabilit")) {
      return Verdict.of(
              Codes.CLIENT_CAPABILITY_MISSING,
              Origin.PEER,
              "handler-asks-too-much",
              "the handler asked the client for what it does not offer")
          .sure(Confidence.MEDIUM);
    }
    String thrown = thrown(chain);
    return thrown.equals("java.lang.IllegalArgumentException")
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
            "the handler threw " + NetworkRules.simple(thrown));
  }

  /** What the application's own code threw: frameworks that call it by reflection wrap it. */
  private static String thrown(ThrowableChain chain) {
    for (ThrowableChain.Link link : chain.links()) {
      if (!WRAPPERS.contains(link.type())) {
        return link.type();
      }
    }
    return chain.innermost();
  }

  private static Verdict byRow(Row row, ThrowableChain chain) {
    String because = "the handler's causes hold " + NetworkRules.simple(row.type());
    return switch (row.type()) {
      case "java.sql.SQLException" -> bySqlState(chain.detailOf(row.type()), because);
      case "io.grpc.StatusRuntimeException", "io.grpc.StatusException" ->
          byGrpc(chain.detailOf(row.type()), because);
      default -> Verdict.of(row.code(), Origin.TOOL, row.rule(), because);
    };
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

  /** Codes of gRPC (google.rpc.Code); all but a refusal mean that the service did not do it. */
  private static Verdict byGrpc(String status, String because) {
    String about = status.isEmpty() ? because : because + " with status " + status;
    return switch (status) {
      case "PERMISSION_DENIED" ->
          Verdict.of(Codes.PERMISSION_DENIED, Origin.TOOL, "handler-grpc-denied", about);
      case "UNAUTHENTICATED" ->
          Verdict.of(Codes.TOOL_DEPENDENCY_FAILED, Origin.TOOL, "handler-grpc-login", about)
              .reason("credentials");
      default -> Verdict.of(Codes.TOOL_DEPENDENCY_FAILED, Origin.TOOL, "handler-grpc", about);
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

  /** {@code sampling}, {@code roots}; of a notification the rest: {@code tools_list_changed}. */
  static String handlerName(String method) {
    int slash = method.indexOf('/');
    if (method.startsWith("notifications/")) {
      return method.substring(slash + 1).toLowerCase(Locale.ROOT).replace('/', '_');
    }
    return (slash < 0 ? method : method.substring(0, slash)).toLowerCase(Locale.ROOT);
  }

  /** A request refused by the transport itself, before any call. */
  static @Nullable Verdict refusedByTransport(Case failed) {
    if (failed.facts().has(FactKind.INPUT_UNREADABLE)) {
      return Verdict.of(
          Codes.MALFORMED_MESSAGE,
          Origin.PEER,
          "input-unreadable",
          "this server could not read a message of its client");
    }
    if (failed.facts().has(FactKind.SESSION_STATE)) {
      return Verdict.of(
              Codes.NOT_CONNECTED,
              Origin.PEER,
              "not-initialized",
              "the client sent a request before initialize, which the SDK holds back")
          .reason("not_initialized");
    }
    Integer status = failed.facts().refusedWith();
    if (status == null) {
      return null;
    }
    String because = "this server's transport answered HTTP " + status + " before any call";
    boolean hasSession = failed.facts().sessionSent();
    return switch (status) {
      case 404 ->
          Verdict.of(
              hasSession ? Codes.SESSION_EXPIRED : Codes.ENDPOINT_NOT_FOUND,
              Origin.PEER,
              hasSession ? "refused-session" : "refused-path",
              because);
      case 403, 421 -> Verdict.of(Codes.HOST_REJECTED, Origin.PEER, "refused-host", because);
      case 413 -> Verdict.of(Codes.PAYLOAD_TOO_LARGE, Origin.PEER, "refused-size", because);
      default -> Verdict.of(Codes.INVALID_REQUEST, Origin.PEER, "refused", because);
    };
  }

  private static Row row(String type, String code) {
    return new Row(type, code, "handler-by-type");
  }

  private static Row dependency(String type) {
    return new Row(type, Codes.TOOL_DEPENDENCY_FAILED, "handler-dependency");
  }
}

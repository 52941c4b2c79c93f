package dev.mcpdiag.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import io.grpc.Status;
import java.lang.reflect.InvocationTargetException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.Exceptions;

/** Exceptions of real libraries, as handlers throw them and as callers meet them. */
class CausesTest {
  private static final Classifier CLASSIFIER = new Classifier();

  @ParameterizedTest
  @MethodSource("handlers")
  void namesWhatStoodBehindATool(Throwable cause, String code, @Nullable String reason) {
    Throwable wrapped = new IllegalStateException("the report is not there", cause);
    for (Throwable thrown : List.of(cause, wrapped)) {
      Verdict verdict = CLASSIFIER.judge(thrownBy(Side.SERVER, true, Phase.HANDLER, thrown));
      assertEquals(code, verdict.code(), thrown::toString);
      assertEquals(reason, verdict.reason(), thrown::toString);
    }
  }

  static List<Arguments> handlers() {
    String dependency = "MCP_TOOL_DEPENDENCY_FAILED";
    return List.of(
        arguments(new ConnectException(), dependency, null),
        arguments(new HttpTimeoutException("slow"), dependency, null),
        arguments(new SQLTransientConnectionException("pool is empty"), dependency, null),
        arguments(new SQLException("no such table", "42P01"), "MCP_INTERNAL_ERROR", null),
        arguments(
            new BatchUpdateException("twice", "23505", 0, new int[0]), "MCP_INTERNAL_ERROR", null),
        arguments(new SQLException("login", "28P01"), dependency, "credentials"),
        arguments(new ResourceAccessException("away"), dependency, null),
        arguments(new HttpServerErrorException(HttpStatus.BAD_GATEWAY), dependency, null),
        arguments(Status.UNAVAILABLE.asRuntimeException(), dependency, null),
        arguments(Status.DEADLINE_EXCEEDED.asException(), dependency, null),
        arguments(Status.UNAUTHENTICATED.asRuntimeException(), dependency, "credentials"),
        arguments(Status.PERMISSION_DENIED.asRuntimeException(), "MCP_PERMISSION_DENIED", null),
        arguments(new SecurityException("not you"), "MCP_PERMISSION_DENIED", null),
        arguments(new RejectedExecutionException("full"), "MCP_OVERLOADED", null),
        arguments(new ResponseStatusException(HttpStatus.CONFLICT), "MCP_TOOL_BUSINESS_RULE", null),
        arguments(new SeatTaken(), "MCP_TOOL_BUSINESS_RULE", null),
        arguments(new Broken(), "MCP_INTERNAL_ERROR", null),
        arguments(new NullPointerException(), "MCP_INTERNAL_ERROR", null));
  }

  @ParameterizedTest
  @MethodSource("callers")
  void namesWhatThisJvmRefusedByItself(Throwable cause, String code) {
    Verdict verdict = CLASSIFIER.judge(thrownBy(Side.CLIENT, false, Phase.CALL, cause));
    assertEquals(code, verdict.code(), verdict::because);
  }

  @Test
  void looksThroughAFrameworkThatCallsToolsByReflection() {
    Throwable own = new IllegalArgumentException("city must not be empty");
    Throwable wrapped =
        new RuntimeException("Error invoking method", new InvocationTargetException(own));
    Verdict verdict = CLASSIFIER.judge(thrownBy(Side.SERVER, true, Phase.HANDLER, wrapped));
    assertEquals("MCP_TOOL_INPUT_INVALID", verdict.code());
    assertEquals("the tool threw IllegalArgumentException", verdict.because());
  }

  static List<Arguments> callers() throws Exception {
    return List.of(
        arguments(new RejectedExecutionException("full"), "MCP_OVERLOADED"),
        arguments(Exceptions.failWithOverflow(), "MCP_OVERLOADED"),
        arguments(new OutOfMemoryError("unable to create native thread"), "MCP_OVERLOADED"),
        arguments(new RuntimeException("Failed to enqueue message"), "MCP_OVERLOADED"),
        arguments(new DataBufferLimitException("262144"), "MCP_PAYLOAD_TOO_LARGE"),
        arguments(new StreamConstraintsException("too deep"), "MCP_PAYLOAD_TOO_LARGE"),
        arguments(new DomainNotAllowedException(), "MCP_DOMAIN_NOT_ALLOWED"),
        arguments(new SecurityException("egress"), "MCP_DOMAIN_NOT_ALLOWED"),
        arguments(
            new IllegalArgumentException("Tool call result validation failed: Validation failed"),
            "MCP_OUTPUT_SCHEMA_VIOLATION"),
        arguments(new IllegalArgumentException("validation failed"), "MCP_UNKNOWN"),
        arguments(
            new RuntimeException("Client failed to initialize by explicit API call"),
            "MCP_UNKNOWN"));
  }

  @ParameterizedTest
  @MethodSource("firstContacts")
  void tellsAFirstContactWithoutACauseFromOneWithAnUnknownCause(Throwable cause, String code) {
    Verdict verdict = CLASSIFIER.judge(thrownBy(Side.CLIENT, false, Phase.INIT, cause));
    assertEquals(code, verdict.code(), verdict::because);
  }

  static List<Arguments> firstContacts() {
    String text = "Client failed to initialize by explicit API call";
    return List.of(
        arguments(new RuntimeException(text), "MCP_INSPECTION_FAILED"),
        arguments(new RuntimeException(text, new SeatTaken()), "MCP_UNKNOWN"),
        arguments(new RuntimeException(text, new ConnectException()), "MCP_CONNECTION_REFUSED"));
  }

  private static Case thrownBy(Side side, boolean isAnswering, Phase phase, Throwable throwable) {
    return Cases.thrown(Cases.call(side, isAnswering, phase), throwable);
  }

  @ResponseStatus(HttpStatus.CONFLICT)
  static final class SeatTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ResponseStatus
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class DomainNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

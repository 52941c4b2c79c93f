package dev.mcpdiag.telemetry;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request.
 *
 * @param status HTTP or gRPC status, -1 where none came
 * @param rejected how many of the items the collector took the request for but refused (OTLP's
 *     partial success)
 * @param retryAfter how long the collector asked to wait, null if it did not
 */
record Outcome(Answer answer, int status, long rejected, @Nullable Duration retryAfter) {
  private Outcome(Answer answer, int status) {
    this(answer, status, 0, null);
  }

  static Outcome timeout() {
    return new Outcome(Answer.TIMEOUT, -1);
  }

  static Outcome of(HttpAnswer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return answer.isWebPage()
          ? new Outcome(Answer.NOT_OTLP, status)
          : new Outcome(Answer.ACCEPTED, status, PartialSuccess.rejectedIn(answer.body()), null);
    }
    Answer meaning =
        switch (status) {
          case 401, 403 -> Answer.UNAUTHORIZED;
          case 404, 405 -> Answer.NOT_FOUND;
          case 400, 413, 415, 422 -> Answer.REJECTED;
          case 408, 429, 502, 503, 504 -> Answer.BUSY;
          default -> Answer.OTHER;
        };
    return new Outcome(meaning, status, 0, answer.retryAfter());
  }

  /** Of a call whose message is a response of OTLP, or empty. */
  static Outcome ofGrpc(int status, byte[] message) {
    return switch (status) {
      case GrpcStatus.OK ->
          new Outcome(Answer.ACCEPTED, status, PartialSuccess.rejectedIn(message), null);
      case GrpcStatus.UNAUTHENTICATED, GrpcStatus.PERMISSION_DENIED ->
          new Outcome(Answer.UNAUTHORIZED, status);
      case GrpcStatus.UNIMPLEMENTED, GrpcStatus.NOT_FOUND -> new Outcome(Answer.NOT_FOUND, status);
      case GrpcStatus.INVALID_ARGUMENT -> new Outcome(Answer.REJECTED, status);
      case GrpcStatus.DEADLINE_EXCEEDED -> new Outcome(Answer.TIMEOUT, status);
      case GrpcStatus.UNAVAILABLE,
          GrpcStatus.RESOURCE_EXHAUSTED,
          GrpcStatus.ABORTED,
          GrpcStatus.CANCELLED ->
          new Outcome(Answer.BUSY, status);
      default -> new Outcome(Answer.OTHER, status);
    };
  }

  static Outcome of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Answer answer = answerOf(t);
      if (answer != null) {
        return new Outcome(answer, -1);
      }
    }
    return new Outcome(Answer.OTHER, -1);
  }

  private static @Nullable Answer answerOf(Throwable t) {
    if (t instanceof UnknownHostException) {
      return Answer.UNKNOWN_HOST;
    }
    if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
      return Answer.REFUSED;
    }
    if (t instanceof SSLException) {
      return Answer.TLS;
    }
    // Also the superclass of SocketTimeoutException; OkHttp uses it for the time of a whole call.
    if (t instanceof InterruptedIOException) {
      return Answer.TIMEOUT;
    }
    // Closed before an answer came, by the other end or by us when the JVM ends.
    return t instanceof SocketException ? Answer.TIMEOUT : null;
  }
}

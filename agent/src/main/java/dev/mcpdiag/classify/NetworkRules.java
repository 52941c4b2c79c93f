package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures on the way to the server, by the types in a throwable's chain
 * (design/taxonomy.md#reaching-the-server). Rows from the more special to the more general: an HTTP
 * connect time-out has a ConnectException as cause, a TLS failure is an IOException.
 */
final class NetworkRules {
  private record Row(String rule, String type, String code) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "connect-timeout",
              "java.net.http.HttpConnectTimeoutException",
              Codes.CONNECT_TIMEOUT),
          new Row(
              "connect-timeout", "io.netty.channel.ConnectTimeoutException", Codes.CONNECT_TIMEOUT),
          new Row("dns", "java.nio.channels.UnresolvedAddressException", Codes.DNS_FAILURE),
          new Row("dns", "java.net.UnknownHostException", Codes.DNS_FAILURE),
          new Row("no-route", "java.net.NoRouteToHostException", Codes.NETWORK_UNREACHABLE),
          new Row("tls", "javax.net.ssl.SSLException", Codes.TLS_FAILURE),
          new Row("tls", "java.security.cert.CertificateException", Codes.TLS_FAILURE),
          new Row("refused", "java.net.ConnectException", Codes.CONNECTION_REFUSED),
          new Row("bad-status-line", "java.net.ProtocolException", Codes.UNEXPECTED_RESPONSE),
          new Row("reset", "java.io.EOFException", Codes.CONNECTION_RESET),
          new Row("reset", "java.net.SocketException", Codes.CONNECTION_RESET),
          new Row(
              "reset", "io.netty.channel.unix.Errors$NativeIoException", Codes.CONNECTION_RESET),
          new Row(
              "reset",
              "reactor.netty.http.client.PrematureCloseException",
              Codes.CONNECTION_RESET));

  private NetworkRules() {}

  /**
   * Judges a chain.
   *
   * @param isHostKnown whether this host answered before in this JVM: then a name that does not
   *     resolve is a passing fault
   * @param hadAnswer whether the answer had begun: then a cut connection is a broken stream
   */
  static @Nullable Verdict judge(ThrowableChain chain, boolean isHostKnown, boolean hadAnswer) {
    Verdict tunnel = TunnelRules.judge(chain);
    if (tunnel != null) {
      return tunnel;
    }
    for (Row row : ROWS) {
      if (chain.has(row.type())) {
        return refine(row, chain, isHostKnown, hadAnswer);
      }
    }
    return null;
  }

  private static Verdict refine(
      Row row, ThrowableChain chain, boolean isHostKnown, boolean hadAnswer) {
    Verdict verdict =
        Verdict.of(row.code(), Origin.NETWORK, row.rule(), simple(row.type()) + " in the causes");
    return switch (row.code()) {
      case Codes.DNS_FAILURE ->
          isHostKnown ? verdict.type(FailureType.TRANSIENT, Retry.YES) : verdict;
      case Codes.TLS_FAILURE -> verdict.reason(TlsReason.of(chain));
      case Codes.CONNECTION_REFUSED -> refusedOr(verdict, chain);
      case Codes.CONNECTION_RESET ->
          hadAnswer
              ? Verdict.of(
                  Codes.STREAM_INTERRUPTED,
                  Origin.NETWORK,
                  "stream-cut",
                  simple(chain.innermost()) + " after the answer had begun")
              : verdict;
      case Codes.UNEXPECTED_RESPONSE -> verdict.reason("not_http");
      default -> verdict;
    };
  }

  /**
   * A ConnectException may also mean that there is no route: its text tells, or that the JDK's HTTP
   * client made it of a plain SocketException, which a refusal is not.
   */
  private static Verdict refusedOr(Verdict verdict, ThrowableChain chain) {
    boolean isSaid = chain.says("unreachable") || chain.says("no route");
    if (isSaid || chain.innermost().equals("java.net.SocketException")) {
      Verdict unreachable =
          Verdict.of(Codes.NETWORK_UNREACHABLE, Origin.NETWORK, "unreachable", verdict.because());
      return isSaid ? unreachable : unreachable.sure(Confidence.MEDIUM);
    }
    return chain.says("timed out")
        ? Verdict.of(Codes.CONNECT_TIMEOUT, Origin.NETWORK, "connect-timeout", verdict.because())
        : verdict;
  }

  static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}

package dev.mcpdiag.servers;

import static java.util.Map.entry;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the failure of one call says of the server as a whole; most say nothing. */
final class Meaning {
  /** Codes that speak of the way to the server or of its health, in whatever call they show. */
  private static final Map<String, ConnectionState> BY_CODE =
      Map.ofEntries(
          entry(Codes.AUTH_REQUIRED, ConnectionState.AUTH_REQUIRED),
          entry(Codes.TOKEN_INVALID, ConnectionState.AUTH_REQUIRED),
          entry(Codes.OAUTH_TIMEOUT, ConnectionState.AUTH_REQUIRED),
          entry(Codes.OAUTH_FAILED, ConnectionState.AUTH_REQUIRED),
          entry(Codes.OAUTH_CANCELLED, ConnectionState.AUTH_REQUIRED),
          entry(Codes.AUTH_SERVER_UNAVAILABLE, ConnectionState.ERROR),
          entry(Codes.CONFIG_INVALID, ConnectionState.ERROR),
          entry(Codes.DNS_FAILURE, ConnectionState.ERROR),
          entry(Codes.CONNECTION_REFUSED, ConnectionState.ERROR),
          entry(Codes.NETWORK_UNREACHABLE, ConnectionState.ERROR),
          entry(Codes.CONNECT_TIMEOUT, ConnectionState.ERROR),
          entry(Codes.CONNECTION_RESET, ConnectionState.ERROR),
          entry(Codes.TLS_FAILURE, ConnectionState.ERROR),
          entry(Codes.PROXY_AUTH_REQUIRED, ConnectionState.ERROR),
          entry(Codes.BLOCKED_BY_PROXY, ConnectionState.ERROR),
          entry(Codes.PROXY_SSE_ISSUE, ConnectionState.ERROR),
          entry(Codes.HOST_REJECTED, ConnectionState.ERROR),
          entry(Codes.DOMAIN_NOT_ALLOWED, ConnectionState.ERROR),
          entry(Codes.ENDPOINT_NOT_FOUND, ConnectionState.ERROR),
          entry(Codes.UNEXPECTED_RESPONSE, ConnectionState.ERROR),
          entry(Codes.SERVER_UNAVAILABLE, ConnectionState.ERROR),
          entry(Codes.STDIO_COMMAND_NOT_FOUND, ConnectionState.ERROR),
          entry(Codes.STDIO_PERMISSION, ConnectionState.ERROR),
          entry(Codes.STDIO_PROCESS_EXITED, ConnectionState.ERROR),
          entry(Codes.STDIO_STDOUT_NOISE, ConnectionState.ERROR),
          entry(Codes.STREAM_INTERRUPTED, ConnectionState.ERROR),
          // The SDK asks for a new session by itself.
          entry(Codes.SESSION_EXPIRED, ConnectionState.CONNECTING));

  private Meaning() {}

  /** The state that the failure shows, null if it shows none. */
  static @Nullable ConnectionState of(Failure failure) {
    String code = failure.diagnosis().code();
    ConnectionState byCode = BY_CODE.get(code);
    if (byCode != null) {
      return byCode;
    }
    if (isBeforeWork(failure.attempt().phase())) {
      return switch (code) {
        case Codes.CANCELLED -> ConnectionState.DISCONNECTED;
        case Codes.SCOPE_INSUFFICIENT -> ConnectionState.AUTH_REQUIRED;
        default -> ConnectionState.ERROR;
      };
    }
    boolean hasAnswered =
        failure.findings().received().peerCode() != null
            || failure.judgement().origin() == Origin.TOOL;
    return hasAnswered ? ConnectionState.CONNECTED : null;
  }

  private static boolean isBeforeWork(Phase phase) {
    return switch (phase) {
      case CONFIG, CONNECT, OAUTH, INIT -> true;
      default -> false;
    };
  }
}

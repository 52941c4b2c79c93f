package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Peer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a duration: the low-cardinality attributes of the MCP conventions. Not a record: the
 * first hash of one costs a start-up milliseconds.
 */
final class CallLabels implements Labels {
  private final Attempt attempt;
  private final @Nullable String errorType;
  private final @Nullable Integer peerCode;
  private final int hash;

  /**
   * @param errorType null where the convention sees no error
   * @param peerCode JSON-RPC error code, null if none came
   */
  CallLabels(Attempt attempt, @Nullable String errorType, @Nullable Integer peerCode) {
    this.attempt = attempt;
    this.errorType = errorType;
    this.peerCode = peerCode;
    int h = attempt.request().method().hashCode();
    h = 31 * h + Objects.hashCode(attempt.request().tool());
    h = 31 * h + Objects.hashCode(attempt.request().prompt());
    if (attempt.side() == Side.CLIENT) {
      h = 31 * h + Objects.hashCode(attempt.peer().address());
      h = 31 * h + Objects.hashCode(attempt.peer().port());
    }
    h = 31 * h + Objects.hashCode(errorType);
    hash = 31 * h + Objects.hashCode(peerCode);
  }

  @Override
  public Attributes attributes() {
    AttributesBuilder labels = Attributes.builder();
    Peer peer = attempt.peer();
    put(labels, Names.METHOD, attempt.request().method());
    put(labels, Names.TOOL, attempt.request().tool());
    put(labels, Names.PROMPT, attempt.request().prompt());
    put(
        labels,
        Names.OPERATION,
        attempt.request().method().equals("tools/call") ? "execute_tool" : null);
    put(labels, Names.ERROR_TYPE, errorType);
    put(labels, Names.STATUS_CODE, peerCode == null ? null : peerCode.toString());
    put(labels, Names.PROTOCOL_VERSION, attempt.message().protocolVersion());
    put(labels, Names.NETWORK_TRANSPORT, peer.networkTransport());
    boolean isHttp =
        peer.transport() == Transport.SSE || peer.transport() == Transport.STREAMABLE_HTTP;
    put(labels, Names.NETWORK_PROTOCOL, isHttp ? "http" : null);
    if (attempt.side() == Side.CLIENT) {
      put(labels, Names.SERVER_ADDRESS, peer.address());
      if (peer.port() != null) {
        labels.put(Names.SERVER_PORT, peer.port().longValue());
      }
    }
    return labels.build();
  }

  static void put(AttributesBuilder labels, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      labels.put(name, value);
    }
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallLabels that
        && hash == that.hash
        && Objects.equals(errorType, that.errorType)
        && Objects.equals(peerCode, that.peerCode)
        && attempt.request().method().equals(that.attempt.request().method())
        && Objects.equals(attempt.request().tool(), that.attempt.request().tool())
        && Objects.equals(attempt.request().prompt(), that.attempt.request().prompt())
        && Objects.equals(
            attempt.message().protocolVersion(), that.attempt.message().protocolVersion())
        && isSamePlace(attempt.peer(), that.attempt.peer());
  }

  private boolean isSamePlace(Peer one, Peer other) {
    if (one.transport() != other.transport()) {
      return false;
    }
    // The server side meets clients at ever new ports, which are no label.
    return attempt.side() == Side.SERVER
        || (Objects.equals(one.address(), other.address())
            && Objects.equals(one.port(), other.port()));
  }
}

package dev.mcpdiag.console;

/** What came back when the agent asked the collector for the first time. */
public enum CollectorAnswer {
  /** It took OTLP. Nothing to do. */
  REACHABLE("reachable"),

  /** Nothing listens at the default address, and nobody asked for telemetry. Nothing to do. */
  NOT_WANTED(
      "nobody listens: failures are shown here only; start a collector there to see more,"
          + " or set OTEL_SDK_DISABLED=true"),

  /** Nothing listens on that port. Not for a firewall that drops: that is {@link #TIMEOUT}. */
  REFUSED("refused: start a collector there, or set OTEL_EXPORTER_OTLP_ENDPOINT"),

  /** The host name does not resolve. */
  UNKNOWN_HOST("unknown host: check the host name in the setting above"),

  /** No answer in time. A proxy or a firewall may be in the way. */
  TIMEOUT("no answer in time: check host, port and firewall"),

  /** The TLS handshake failed. Not for a plain-text port asked for TLS in vain only. */
  TLS_FAILED("TLS failed: set OTEL_EXPORTER_OTLP_CERTIFICATE, or use http:// for a plain port"),

  /** HTTP 401: it wants to know who sends. */
  UNAUTHORIZED("401: set OTEL_EXPORTER_OTLP_HEADERS"),

  /** HTTP 403: it knows who sends, and does not want it. */
  FORBIDDEN("403: the credentials in OTEL_EXPORTER_OTLP_HEADERS may not send here"),

  /** HTTP 404: an HTTP server, but no OTLP under this path. */
  NOT_FOUND("404: no OTLP under this path: check the path, and the port (4318 for http/protobuf)"),

  /** A web page came. It is some other server, often the page of the tracing back end. */
  HTML("answered HTML, not OTLP: check the port"),

  /** The connection broke in the middle, as when HTTP meets a gRPC port. */
  NOT_OTLP("answered something that is not OTLP: check port and OTEL_EXPORTER_OTLP_PROTOCOL"),

  /** HTTP 5xx or 429: the right server, in trouble. Sending goes on. */
  UNAVAILABLE("not ready: events wait and are sent again");

  private final String words;

  CollectorAnswer(String words) {
    this.words = words;
  }

  /** Starts with the answer, then says what to do about it. */
  public String words() {
    return words;
  }
}

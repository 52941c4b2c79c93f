package dev.mcpdiag.telemetry;

/** What came of sending something to a collector. */
public enum Answer {
  /** It took what was sent. */
  ACCEPTED(false),
  /** Nothing listens there. */
  REFUSED(false),
  /** The host name has no address. */
  UNKNOWN_HOST(false),
  /** No answer in time. */
  TIMEOUT(false),
  /** It asked for a pause: HTTP 429, 502, 503, 504, gRPC UNAVAILABLE and the like. */
  BUSY(false),
  /** The connection broke, or an answer that nothing else here names. */
  OTHER(false),
  /** No trust between both ends of TLS. */
  TLS(true),
  /** HTTP 401 or 403: set OTEL_EXPORTER_OTLP_HEADERS. */
  UNAUTHORIZED(true),
  /** HTTP 404 or 405, gRPC UNIMPLEMENTED: not the address of an OTLP receiver. */
  NOT_FOUND(true),
  /** A web page answered. */
  NOT_OTLP(true),
  /** It will not take this content: HTTP 400 or 413, gRPC INVALID_ARGUMENT. */
  REJECTED(true);

  private final boolean permanent;

  Answer(boolean permanent) {
    this.permanent = permanent;
  }

  /** True if nothing but a changed setting can help. */
  public boolean isPermanent() {
    return permanent;
  }

  /** True if nobody was met at all, so that waiting a little longer is useless. */
  boolean isNobodyThere() {
    return this == REFUSED || this == UNKNOWN_HOST;
  }
}

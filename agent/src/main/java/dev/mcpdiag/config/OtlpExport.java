package dev.mcpdiag.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how one signal leaves the JVM.
 *
 * @param isExported false where {@code OTEL_<SIGNAL>_EXPORTER} is {@code none}
 * @param target the address, and which setting named it
 * @param headers decoded; hold secrets, so never print them
 * @param timeout of one export
 * @param isGzip whether bodies are compressed
 */
public record OtlpExport(
    Signal signal,
    boolean isExported,
    OtlpProtocol protocol,
    Target target,
    Map<String, String> headers,
    Duration timeout,
    boolean isGzip,
    Tls tls) {

  /** Names of headers only: their values are secrets. */
  @Override
  public String toString() {
    return signal.text()
        + " over "
        + protocol.text()
        + " to "
        + target
        + ", headers "
        + headers.keySet();
  }

  /**
   * Where to, and who said so.
   *
   * @param endpoint complete: with {@code /v1/traces} and so on for http/protobuf
   * @param namedBy the variable or property as the user wrote it, or {@code default}, alone where
   *     nobody named one
   */
  public record Target(URI endpoint, String namedBy) {
    private static final String DEFAULT = "default";

    /** Nobody named one. */
    static Target byDefault(String endpoint) {
      return new Target(URI.create(endpoint), DEFAULT);
    }

    /** What somebody named is of no use. */
    static Target instead(String endpoint, String unusable) {
      return new Target(URI.create(endpoint), DEFAULT + " instead of " + unusable);
    }

    /** Whether somebody wants telemetry at all, as far as the settings tell. */
    public boolean isAskedFor() {
      return !namedBy.equals(DEFAULT);
    }

    /** Fit to be printed: without user, password and query. */
    @Override
    public String toString() {
      return Shown.address(endpoint.toString());
    }
  }

  /** Names of PEM files; whether they can be read is found out when the exporter is made. */
  public record Tls(
      Optional<String> certificate,
      Optional<String> clientKey,
      Optional<String> clientCertificate) {}
}

package dev.mcpdiag.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code OTEL_EXPORTER_OTLP_*} of one signal after the other. The setting of a signal wins over the
 * general one, and is used as it stands; the general address gets the signal's path (OpenTelemetry
 * Protocol Exporter, "Endpoint URLs for OTLP/HTTP").
 */
final class OtlpEndpoints {
  private static final String GENERAL = "OTEL_EXPORTER_OTLP_";

  private final OtelValues values;

  OtlpEndpoints(OtelValues values) {
    this.values = values;
  }

  OtlpExport export(Signal signal) {
    String name = signal.name();
    OtlpProtocol protocol =
        values.read(OtelShapes.PROTOCOL, OtlpProtocol.HTTP_PROTOBUF, both(signal, "PROTOCOL"));
    return new OtlpExport(
        signal,
        values.read(OtelShapes.IS_EXPORTED, true, "OTEL_" + name + "_EXPORTER"),
        protocol,
        target(signal, protocol),
        headers(signal),
        values.read(Quantity.MILLIS_OR_DURATION, Duration.ofSeconds(10), both(signal, "TIMEOUT")),
        values.read(OtelShapes.GZIP, false, both(signal, "COMPRESSION")),
        new OtlpExport.Tls(
            file(signal, "CERTIFICATE"),
            file(signal, "CLIENT_KEY"),
            file(signal, "CLIENT_CERTIFICATE")));
  }

  private static String[] both(Signal signal, String last) {
    return new String[] {GENERAL + signal.name() + "_" + last, GENERAL + last};
  }

  private Optional<String> file(Signal signal, String last) {
    OtelValues.Found found = values.first(both(signal, last));
    return found.isSet() ? Optional.of(found.text()) : Optional.empty();
  }

  private OtlpExport.Target target(Signal signal, OtlpProtocol protocol) {
    String path = protocol == OtlpProtocol.GRPC ? "" : "/v1/" + signal.text();
    String byDefault = protocol.defaultEndpoint() + path;
    for (String variable : both(signal, "ENDPOINT")) {
      OtelValues.Found found = values.first(variable);
      if (found.isSet()) {
        try {
          boolean isGeneral = variable.equals(GENERAL + "ENDPOINT");
          URI endpoint = endpoint(found.text(), isGeneral, signal, protocol);
          return new OtlpExport.Target(endpoint, found.namedBy());
        } catch (BadValue e) {
          String fix = e.fix() + "; used now: " + protocol.defaultEndpoint();
          values.problem(found, Shown.address(found.text()) + " " + e.what(), fix);
          return OtlpExport.Target.instead(byDefault, found.namedBy());
        }
      }
    }
    return OtlpExport.Target.byDefault(byDefault);
  }

  private static URI endpoint(String text, boolean isGeneral, Signal signal, OtlpProtocol protocol)
      throws BadValue {
    String fix = "write it like " + protocol.defaultEndpoint();
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValue("is not a URL", fix);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new BadValue("does not start with http:// or https://", fix);
    }
    if (uri.getHost() == null || uri.getPort() > 65_535) {
      throw new BadValue("has no host name and port that can be used", fix);
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (protocol == OtlpProtocol.GRPC) {
      path = "";
    } else if (isGeneral) {
      path += (path.endsWith("/") ? "" : "/") + "v1/" + signal.text();
    } else if (path.isEmpty()) {
      path = "/";
    }
    String query = uri.getRawQuery() == null || path.isEmpty() ? "" : "?" + uri.getRawQuery();
    return URI.create(scheme + "://" + uri.getRawAuthority() + path + query);
  }

  /** The values are secrets: no problem may quote them. */
  private Map<String, String> headers(Signal signal) {
    OtelValues.Found found = values.first(both(signal, "HEADERS"));
    try {
      return OtelPairs.read(found.text());
    } catch (BadValue e) {
      values.problem(found, "the value " + e.what(), e.fix() + "; no header is sent now");
      return Map.of();
    }
  }
}

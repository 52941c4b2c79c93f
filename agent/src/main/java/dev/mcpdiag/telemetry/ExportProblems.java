package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problem;
import java.net.URI;

/** What to tell people about a collector that will not take what is sent, and what to do. */
final class ExportProblems {
  private ExportProblems() {}

  static Problem of(Outcome outcome, ExportSettings.Target target) {
    return new Problem(
        what(outcome) + ", telemetry waits and is offered again",
        place(target.endpoint()),
        fix(outcome.answer(), target));
  }

  /** The collector's address: no user, password or query, and one for all signals. */
  static String place(URI endpoint) {
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port;
  }

  private static String what(Outcome outcome) {
    String status = outcome.status() < 0 ? "" : " (status " + outcome.status() + ")";
    return switch (outcome.answer()) {
      case UNAUTHORIZED -> "the collector wants credentials" + status;
      case NOT_FOUND -> "there is no OTLP receiver at this address" + status;
      case NOT_OTLP -> "a web page answered instead of an OTLP receiver" + status;
      case REJECTED -> "the collector refuses the content" + status;
      case TLS -> "the collector's certificate or TLS version is not accepted";
      default -> "the collector did not take it" + status;
    };
  }

  private static String fix(Answer answer, ExportSettings.Target target) {
    return switch (answer) {
      case UNAUTHORIZED -> "set OTEL_EXPORTER_OTLP_HEADERS";
      case TLS -> "set OTEL_EXPORTER_OTLP_CERTIFICATE, or use http:// if the collector has no TLS";
      case REJECTED -> "look at the collector's log";
      default ->
          target.endpoint().getPath().endsWith("/v1/metrics")
              ? "set OTEL_METRICS_EXPORTER=none if it takes no metrics, else its address"
                  + " OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"
              : "set OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_PROTOCOL";
    };
  }
}

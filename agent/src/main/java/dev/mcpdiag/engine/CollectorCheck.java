package dev.mcpdiag.engine;

import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtlpExport;
import dev.mcpdiag.console.CollectorAnswer;
import dev.mcpdiag.console.StartLines;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.telemetry.CollectorProbe;
import dev.mcpdiag.telemetry.OwnSdk;
import dev.mcpdiag.telemetry.ProbeResult;
import java.time.Duration;

/**
 * Asks the collector once, so that a wrong address shows at the start and not when it is needed.
 */
final class CollectorCheck {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final OwnSdk telemetry;
  private final OtlpExport asked;
  private final Voice voice;

  CollectorCheck(OwnSdk telemetry, OtelSettings otel, Voice voice) {
    this.telemetry = telemetry;
    this.asked = otel.logs().isExported() ? otel.logs() : otel.traces();
    this.voice = voice;
  }

  /** Returns at once; the answer is said when it is there. */
  void begin() {
    CollectorProbe probe = telemetry.probe();
    if (probe != null) {
      probe.ask(LIMIT, this::tell);
    }
  }

  private void tell(ProbeResult result) {
    CollectorAnswer answer = words(result);
    boolean isWell = answer == CollectorAnswer.REACHABLE || answer == CollectorAnswer.NOT_WANTED;
    LogLevel weight = isWell ? LogLevel.INFO : LogLevel.WARN;
    voice.say(weight, StartLines.collector(asked, answer));
  }

  private CollectorAnswer words(ProbeResult result) {
    return switch (result.answer()) {
      case ACCEPTED -> CollectorAnswer.REACHABLE;
      case REFUSED ->
          asked.target().isAskedFor() ? CollectorAnswer.REFUSED : CollectorAnswer.NOT_WANTED;
      case UNKNOWN_HOST -> CollectorAnswer.UNKNOWN_HOST;
      case TIMEOUT -> CollectorAnswer.TIMEOUT;
      case BUSY -> CollectorAnswer.UNAVAILABLE;
      case TLS -> CollectorAnswer.TLS_FAILED;
      case UNAUTHORIZED ->
          result.status() == 403 ? CollectorAnswer.FORBIDDEN : CollectorAnswer.UNAUTHORIZED;
      case NOT_FOUND ->
          result.status() == 405 ? CollectorAnswer.NOT_OTLP : CollectorAnswer.NOT_FOUND;
      case NOT_OTLP -> CollectorAnswer.HTML;
      case OTHER, REJECTED ->
          result.status() >= 500 ? CollectorAnswer.UNAVAILABLE : CollectorAnswer.NOT_OTLP;
    };
  }
}

package dev.mcpdiag.engine;

import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtlpExport;
import dev.mcpdiag.config.OtlpProtocol;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.TelemetryOwner;
import dev.mcpdiag.telemetry.ExportSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what the user set to what telemetry needs: neither package knows the other. */
final class ExportMapping {
  private ExportMapping() {}

  static ExportSettings of(OtelSettings otel, Settings settings) {
    boolean isOff = otel.isDisabled() || settings.telemetry() == TelemetryOwner.OFF;
    return new ExportSettings(
        otel.resource().serviceName(),
        otel.resource().attributes(),
        otel.sampling().sampler().name().toLowerCase(Locale.ROOT),
        Double.toString(otel.sampling().ratio()),
        otel.propagators(),
        target(otel.traces(), isOff || settings.telemetry() == TelemetryOwner.APP),
        target(otel.metrics(), isOff),
        target(otel.logs(), isOff),
        batches(otel.spanBatches()),
        otel.metricInterval(),
        otel.isMetricDelta());
  }

  private static ExportSettings.Batches batches(OtelSettings.Batching otel) {
    return new ExportSettings.Batches(
        otel.delay(), otel.maxQueueSize(), otel.maxBatchSize(), otel.exportTimeout());
  }

  private static ExportSettings.Target target(OtlpExport export, boolean isOff) {
    return new ExportSettings.Target(
        export.isExported() && !isOff,
        export.target().endpoint(),
        export.protocol() == OtlpProtocol.GRPC
            ? ExportSettings.Protocol.GRPC
            : ExportSettings.Protocol.HTTP_PROTOBUF,
        export.headers(),
        export.timeout(),
        export.isGzip(),
        path(export.tls().certificate()),
        path(export.tls().clientKey()),
        path(export.tls().clientCertificate()));
  }

  private static @Nullable Path path(Optional<String> name) {
    return name.map(Path::of).orElse(null);
  }
}

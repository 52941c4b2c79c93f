package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.sender.okhttp.internal.OkHttpGrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OTLP over gRPC. The sender is named directly: no service file has to survive the shading. */
final class GrpcSending implements OtlpSender {
  private static final long MAX_RESPONSE_BYTES = 64 * 1024;

  private final Signal signal;
  private final ExportSettings.Target target;
  private final ExecutorService executor;
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Tls tls;
  private @Nullable GrpcSender sender;

  GrpcSending(
      Signal signal,
      ExportSettings.Target target,
      String version,
      Tls tls,
      ExecutorService executor) {
    this.signal = signal;
    this.target = target;
    this.executor = executor;
    this.tls = tls;
    headers.put("User-Agent", List.of("mcpdiag/" + version));
    target.headers().forEach((name, value) -> headers.put(name, List.of(value)));
  }

  @Override
  public ExportSettings.Target target() {
    return target;
  }

  @Override
  public void send(byte[] message, Consumer<Outcome> done) {
    try {
      current()
          .send(
              new OtlpMessage(message),
              response -> done.accept(Outcome.of(response)),
              failure -> done.accept(Outcome.of(failure)));
    } catch (RuntimeException e) {
      done.accept(Outcome.of(e));
    }
  }

  @Override
  public synchronized void cancel() {
    if (sender != null) {
      sender.shutdown();
      sender = null;
    }
  }

  private synchronized GrpcSender current() {
    if (sender == null) {
      sender =
          new OkHttpGrpcSender(
              target.endpoint().resolve("/" + signal.grpcMethod()).toString(),
              target.gzip() ? Gzip.ONLY : null,
              target.timeout(),
              target.timeout(),
              () -> headers,
              null,
              tls.context(),
              tls.trust(),
              executor,
              MAX_RESPONSE_BYTES,
              null);
    }
    return sender;
  }
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.sender.okhttp.internal.OkHttpGrpcSender;
import io.opentelemetry.exporter.sender.okhttp.internal.OkHttpHttpSender;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries OTLP messages of one signal to one target, over either protocol. Answers come on a thread
 * of the executor. The senders are named directly: no service file has to survive the shading.
 */
final class OtlpSender {
  /**
   * One more try, only for the sake of its pause: the sender is the only one to see Retry-After.
   * What was not even answered comes back at once.
   */
  private static final RetryPolicy AFTER_THE_PAUSE_ASKED_FOR =
      RetryPolicy.builder()
          .setMaxAttempts(2)
          .setInitialBackoff(Duration.ofMillis(200))
          .setMaxBackoff(Duration.ofSeconds(5))
          .setRetryExceptionPredicate(unanswered -> false)
          .build();

  private static final long MAX_RESPONSE_BYTES = 64 * 1024;

  private final Signal signal;
  private final ExportSettings.Target target;
  private final ExecutorService executor;
  private final Map<String, List<String>> headers;
  private final Tls tls;
  private @Nullable HttpSender http;
  private @Nullable GrpcSender grpc;

  OtlpSender(Signal signal, ExportSettings.Target target, String version, ExecutorService executor)
      throws IOException {
    this.signal = signal;
    this.target = target;
    this.executor = executor;
    this.tls = Tls.of(target);
    this.headers = new HashMap<>();
    headers.put("User-Agent", List.of("mcpdiag/" + version));
    target.headers().forEach((name, value) -> headers.put(name, List.of(value)));
  }

  ExportSettings.Target target() {
    return target;
  }

  /** Sends one whole export request; {@code done} is called exactly once, on another thread. */
  synchronized void send(byte[] message, Consumer<Outcome> done) {
    OtlpMessage body = new OtlpMessage(message);
    try {
      if (target.protocol() == ExportSettings.Protocol.GRPC) {
        grpcSender().send(body, r -> done.accept(Outcome.of(r)), e -> done.accept(Outcome.of(e)));
      } else {
        httpSender().send(body, r -> done.accept(Outcome.of(r)), e -> done.accept(Outcome.of(e)));
      }
    } catch (RuntimeException e) {
      done.accept(Outcome.of(e));
    }
  }

  /** Ends what is under way; the next {@link #send} starts on a fresh connection. */
  synchronized void cancel() {
    if (http != null) {
      http.shutdown();
      http = null;
    }
    if (grpc != null) {
      grpc.shutdown();
      grpc = null;
    }
  }

  private HttpSender httpSender() {
    if (http == null) {
      http =
          new OkHttpHttpSender(
              target.endpoint(),
              "application/x-protobuf",
              target.gzip() ? Gzip.ONLY : null,
              target.timeout(),
              target.timeout(),
              () -> headers,
              null,
              AFTER_THE_PAUSE_ASKED_FOR,
              tls.context(),
              tls.trust(),
              executor,
              MAX_RESPONSE_BYTES,
              null);
    }
    return http;
  }

  private GrpcSender grpcSender() {
    if (grpc == null) {
      grpc =
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
    return grpc;
  }
}

package dev.mcpdiag.telemetry;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Carries OTLP messages of one signal to one target. Safe on any thread. */
interface OtlpSender {
  /**
   * Sends one whole export request; {@code done} is called exactly once, mostly on a thread of the
   * executor. Ends by itself after the target's time-out unless a peer stops reading.
   */
  void send(byte[] message, Consumer<Outcome> done);

  /** Ends what is under way; a later {@link #send} starts on a fresh connection. */
  void cancel();

  ExportSettings.Target target();

  /**
   * Chooses by protocol. HTTP is our own few lines on a socket: the first request through OkHttp
   * costs 717 classes and half a second of CPU, and it would be the only user of them. gRPC needs
   * HTTP/2 with trailers and loads OkHttp when asked for.
   *
   * @throws IOException if a certificate or key cannot be read
   */
  static OtlpSender of(
      Signal signal, ExportSettings.Target target, String version, ExecutorService executor)
      throws IOException {
    Tls tls = Tls.of(target);
    return switch (target.protocol()) {
      case HTTP_PROTOBUF -> new HttpSending(target, version, tls, executor);
      case GRPC -> new GrpcSending(signal, target, version, tls, executor);
    };
  }
}

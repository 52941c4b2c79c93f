package dev.mcpdiag.telemetry;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** OTLP over gRPC: one unary call over HTTP/2 for each message. */
final class GrpcSending implements OtlpSender {
  private final ExportSettings.Target target;
  private final Tls tls;
  private final ExecutorService executor;
  private final Request head;
  private final Set<Call> busy = new HashSet<>();
  private @Nullable OkHttpClient client;

  GrpcSending(
      Signal signal,
      ExportSettings.Target target,
      String version,
      Tls tls,
      ExecutorService executor) {
    this.target = target;
    this.tls = tls;
    this.executor = executor;
    this.head = headOf(target.endpoint().resolve("/" + signal.grpcMethod()), target, version);
  }

  private static Request headOf(URI address, ExportSettings.Target target, String version) {
    Request.Builder head = new Request.Builder().url(address.toString());
    head.header("User-Agent", "mcpdiag/" + version).header("TE", "trailers");
    if (target.gzip()) {
      head.header("grpc-encoding", "gzip");
    }
    for (Map.Entry<String, String> header : target.headers().entrySet()) {
      head.header(header.getKey(), header.getValue());
    }
    return head.build();
  }

  @Override
  public ExportSettings.Target target() {
    return target;
  }

  @Override
  public void send(byte[] message, Consumer<Outcome> done) {
    try {
      executor.execute(() -> done.accept(exchange(message)));
    } catch (RejectedExecutionException e) {
      done.accept(Outcome.of(e));
    }
  }

  @Override
  public void cancel() {
    Set<Call> all;
    synchronized (this) {
      all = new HashSet<>(busy);
      client = null;
    }
    Http2.renew();
    all.forEach(Call::cancel);
  }

  private Outcome exchange(byte[] message) {
    Call call = null;
    try {
      call = begin(head.newBuilder().post(GrpcFrame.of(message, target.gzip())).build());
      try (Response response = call.execute()) {
        return outcomeOf(response);
      }
    } catch (IOException | RuntimeException e) {
      return Outcome.of(e);
    } finally {
      end(call);
    }
  }

  private synchronized Call begin(Request request) {
    OkHttpClient http = client;
    if (http == null) {
      http = Http2.client(target, tls);
      client = http;
    }
    Call call = http.newCall(request);
    busy.add(call);
    return call;
  }

  private synchronized void end(@Nullable Call call) {
    if (call != null) {
      busy.remove(call);
    }
  }

  private static Outcome outcomeOf(Response response) throws IOException {
    byte[] message = GrpcFrame.messageIn(response.body().source());
    String early = response.header("grpc-status");
    // Trailers are complete once the body is read; an answer without a body has none.
    String status = early != null ? early : response.trailers().get("grpc-status");
    return Outcome.ofGrpc(
        status == null ? GrpcStatus.of(response.code()) : numberOf(status), message);
  }

  private static int numberOf(String status) {
    try {
      return Integer.parseInt(status.trim());
    } catch (NumberFormatException e) {
      return GrpcStatus.UNKNOWN;
    }
  }
}

package dev.mcpdiag.telemetry;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc.LogsServiceImplBase;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc.MetricsServiceImplBase;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceImplBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real gRPC server with OTLP's three services, plain text HTTP/2. */
public final class GrpcCollector implements AutoCloseable {
  public final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  public final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
  public final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();

  /** What it answers instead, OK for its real answer. */
  volatile io.grpc.Status status = io.grpc.Status.OK;

  private final Server server;

  public GrpcCollector() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Traces())
            .addService(new Logs())
            .addService(new MetricPoints())
            .build()
            .start();
  }

  /** Failures so far. */
  public int events() {
    return logs.stream()
        .flatMap(request -> request.getResourceLogsList().stream())
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .mapToInt(log -> log.getEventName().equals("mcpdiag.failure") ? 1 : 0)
        .sum();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getPort());
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private <Q, R> void answer(Q request, List<Q> kept, R response, StreamObserver<R> to) {
    if (!status.isOk()) {
      to.onError(status.asRuntimeException());
      return;
    }
    kept.add(request);
    to.onNext(response);
    to.onCompleted();
  }

  private final class Traces extends TraceServiceImplBase {
    @Override
    public void export(
        ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> to) {
      answer(request, traces, ExportTraceServiceResponse.getDefaultInstance(), to);
    }
  }

  private final class Logs extends LogsServiceImplBase {
    @Override
    public void export(
        ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> to) {
      answer(request, logs, ExportLogsServiceResponse.getDefaultInstance(), to);
    }
  }

  private final class MetricPoints extends MetricsServiceImplBase {
    @Override
    public void export(
        ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> to) {
      answer(request, metrics, ExportMetricsServiceResponse.getDefaultInstance(), to);
    }
  }
}

package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Execution;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Peer;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a collector sees of reference/metrics.md#metrics. */
class MetricsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void durationsHaveTheContractsBucketsAndTheConventionsLabels() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, OFTEN, false)) {
      for (long millis : new long[] {1, 10, 11, 299_999, 300_001}) {
        exporting.sdk.metrics().succeeded(call(Side.CLIENT, "search", millis));
      }
      assertTrue(
          Exporting.becomes(
              PATIENCE, () -> count(collector.metric("mcp.client.operation.duration")) == 5),
          "the durations did not arrive");
      Metric metric = collector.metric("mcp.client.operation.duration");
      HistogramDataPoint point = metric.getHistogram().getDataPoints(0);
      assertEquals("s", metric.getUnit());
      assertEquals(
          AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE,
          metric.getHistogram().getAggregationTemporality());
      assertEquals(
          List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0),
          point.getExplicitBoundsList());
      assertEquals(
          List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L),
          point.getBucketCountsList());
      assertEquals(600.022, point.getSum(), 1e-6);
      assertEquals(0, point.getExemplarsCount());
      assertEquals(
          """
          gen_ai.operation.name=execute_tool
          gen_ai.tool.name=search
          mcp.method.name=tools/call
          mcp.protocol.version=2025-06-18
          network.protocol.name=http
          network.transport=tcp
          server.address=mcp.acme.test
          server.port=8443
          """,
          FailedCallTest.shown(point.getAttributesList()));
    }
  }

  @Test
  void aFailureHasAnErrorTypeAndIsCountedByItsCode() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, NEVER, false)) {
      exporting.sdk.metrics().failed(Failures.with(Failures.ids(1)), true, TargetProof.PROVEN);
      exporting.sdk.metrics().failed(Failures.with(Failures.ids(2)), true, TargetProof.PROVEN);
      exporting.sdk.loop().flush(Duration.ofSeconds(2));

      Metric failures = collector.metric("mcpdiag.failures");
      assertTrue(failures.getSum().getIsMonotonic());
      assertEquals(
          Map.of(
              """
              mcpdiag.code=MCP_SERVER_UNAVAILABLE
              mcpdiag.failure_type=transient
              mcpdiag.server.name=billing
              mcpdiag.side=client
              """,
              2L),
          values(failures.getSum().getDataPointsList()));
      String labels =
          FailedCallTest.shown(
              collector
                  .metric("mcp.client.operation.duration")
                  .getHistogram()
                  .getDataPoints(0)
                  .getAttributesList());
      assertTrue(labels.contains("error.type=503\n"), labels);
      assertTrue(labels.contains("rpc.response.status_code=-32603\n"), labels);
    }
  }

  @Test
  void aFlowSignalHasAStatusCodeButNoErrorType() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, NEVER, false)) {
      exporting.sdk.metrics().failed(Failures.with(Failures.ids(1)), false, TargetProof.PROVEN);
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      String labels =
          FailedCallTest.shown(
              collector
                  .metric("mcp.client.operation.duration")
                  .getHistogram()
                  .getDataPoints(0)
                  .getAttributesList());
      assertTrue(!labels.contains("error.type") && labels.contains("status_code"), labels);
    }
  }

  @Test
  void aServersDurationsKeepClientsAtNewPortsInOneSeries() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, NEVER, false)) {
      for (int port = 50_000; port < 50_010; port++) {
        Peer client = new Peer("shop", null, Transport.STREAMABLE_HTTP, "10.0.0.7", port, null);
        exporting.sdk.metrics().succeeded(with(call(Side.SERVER, "search", 5), client));
      }
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      Metric metric = collector.metric("mcp.server.operation.duration");
      assertEquals(1, metric.getHistogram().getDataPointsCount(), metric::toString);
      assertEquals(10, count(metric));
    }
  }

  @Test
  void aDeltaSaysWhatCameSinceTheLastOne() throws Exception {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, OFTEN, true)) {
      exporting.sdk.metrics().succeeded(call(Side.CLIENT, "search", 1));
      assertTrue(Exporting.becomes(PATIENCE, () -> collector.metricExports.size() >= 1));
      exporting.sdk.metrics().succeeded(call(Side.CLIENT, "search", 1));
      exporting.sdk.metrics().succeeded(call(Side.CLIENT, "search", 1));
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      Metric last = collector.metric("mcp.client.operation.duration");
      assertEquals(
          AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA,
          last.getHistogram().getAggregationTemporality());
      assertTrue(count(last) <= 2, "the first call is told again: " + last);
    }
  }

  @Test
  void theStateOfAServerIsOneForTheCurrentAndZeroForTheOthers() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, NEVER, false)) {
      exporting
          .sdk
          .notices()
          .noticed(change(ConnectionState.CONNECTING, ConnectionState.CONNECTED));
      exporting.sdk.notices().noticed(change(ConnectionState.CONNECTED, ConnectionState.ERROR));
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      Map<String, Long> states = new TreeMap<>();
      for (NumberDataPoint point :
          collector.metric("mcpdiag.server.state").getGauge().getDataPointsList()) {
        String labels = FailedCallTest.shown(point.getAttributesList());
        assertTrue(labels.contains("mcpdiag.server.name=billing\n"), labels);
        states.put(labels.split("mcpdiag.state=", -1)[1].strip(), point.getAsInt());
      }
      assertEquals(
          Map.of(
              "connected",
              0L,
              "connecting",
              0L,
              "disconnected",
              0L,
              "error",
              1L,
              "auth_required",
              0L),
          states);
    }
  }

  @Test
  void areSaidByNobodyWhereNothingWasCalled() {
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.metricsTo(collector, OFTEN, false)) {
      exporting.sdk.loop().flush(Duration.ofSeconds(2));
      assertEquals(List.of(), collector.metricExports);
    }
  }

  private static Notice change(ConnectionState before, ConnectionState after) {
    return new Notice.StateChanged(
        Instant.now(), Side.CLIENT, Failures.CALL.peer(), before, after, null, null);
  }

  private static Attempt call(Side side, String tool, long millis) {
    Attempt like = Failures.CALL;
    return new Attempt(
        side,
        like.phase(),
        like.peer(),
        Failures.tool(tool),
        like.message(),
        new Execution(Duration.ofMillis(millis), null, null),
        null);
  }

  private static Attempt with(Attempt like, Peer peer) {
    return new Attempt(
        like.side(),
        like.phase(),
        peer,
        like.request(),
        like.message(),
        new Execution(like.execution().elapsed(), null, null),
        null);
  }

  private static long count(Metric metric) {
    return metric.getHistogram().getDataPointsList().stream()
        .mapToLong(HistogramDataPoint::getCount)
        .sum();
  }

  private static Map<String, Long> values(List<NumberDataPoint> points) {
    Map<String, Long> values = new TreeMap<>();
    points.forEach(
        point -> values.put(FailedCallTest.shown(point.getAttributesList()), point.getAsInt()));
    return values;
  }
}

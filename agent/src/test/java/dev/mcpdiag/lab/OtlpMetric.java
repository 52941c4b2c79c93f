package dev.mcpdiag.lab;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One point of a metric as it arrived.
 *
 * @param kind {@code histogram}, {@code sum} or {@code gauge}
 * @param value of a histogram: the sum
 * @param count of a histogram, else 0
 */
record OtlpMetric(
    String name,
    String unit,
    String kind,
    Map<String, Object> attributes,
    double value,
    long count,
    List<Double> bounds,
    List<Long> buckets) {

  static List<OtlpMetric> of(ExportMetricsServiceRequest request) {
    List<OtlpMetric> points = new ArrayList<>();
    for (var resource : request.getResourceMetricsList()) {
      for (var scope : resource.getScopeMetricsList()) {
        scope.getMetricsList().forEach(metric -> add(metric, points));
      }
    }
    return points;
  }

  private static void add(Metric metric, List<OtlpMetric> to) {
    metric.getHistogram().getDataPointsList().forEach(point -> to.add(of(metric, point)));
    metric.getSum().getDataPointsList().forEach(point -> to.add(of(metric, "sum", point)));
    metric.getGauge().getDataPointsList().forEach(point -> to.add(of(metric, "gauge", point)));
  }

  private static OtlpMetric of(Metric metric, HistogramDataPoint point) {
    return new OtlpMetric(
        metric.getName(),
        metric.getUnit(),
        "histogram",
        OtlpAttributes.of(point.getAttributesList()),
        point.getSum(),
        point.getCount(),
        point.getExplicitBoundsList(),
        point.getBucketCountsList());
  }

  private static OtlpMetric of(Metric metric, String kind, NumberDataPoint point) {
    double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    return new OtlpMetric(
        metric.getName(),
        metric.getUnit(),
        kind,
        OtlpAttributes.of(point.getAttributesList()),
        value,
        0,
        List.of(),
        List.of());
  }

  /** An attribute as text, "" if it is absent. */
  String text(String key) {
    Object value = attributes.get(key);
    return value == null ? "" : value.toString();
  }
}

package dev.mcpdiag.telemetry;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/** The metrics of one export in OpenTelemetry's data model; those without a point are left out. */
final class MetricSet {
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final AggregationTemporality temporality;
  private final List<MetricData> metrics = new ArrayList<>(6);

  MetricSet(Speaker speaker, boolean isDelta) {
    this.resource = speaker.resource();
    this.scope = speaker.scope();
    this.temporality = isDelta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
  }

  List<MetricData> metrics() {
    return metrics;
  }

  void durations(String name, String description, List<HistogramPointData> points) {
    if (!points.isEmpty()) {
      metrics.add(
          ImmutableMetricData.createDoubleHistogram(
              resource,
              scope,
              name,
              description,
              "s",
              ImmutableHistogramData.create(temporality, points)));
    }
  }

  void counts(String name, String description, String unit, List<LongPointData> points) {
    if (!points.isEmpty()) {
      metrics.add(
          ImmutableMetricData.createLongSum(
              resource,
              scope,
              name,
              description,
              unit,
              ImmutableSumData.create(true, temporality, points)));
    }
  }

  void levels(String name, String description, String unit, List<LongPointData> points) {
    if (!points.isEmpty()) {
      metrics.add(
          ImmutableMetricData.createLongGauge(
              resource, scope, name, description, unit, ImmutableGaugeData.create(points)));
    }
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.readme.Section;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of the metrics equals what is collected when everything has happened once. */
class MetricsPageTest {
  private static final String PAGE = "docs/reference/metrics.md";

  @Test
  void listsEveryMetricWithItsUnitAndLabels() {
    StringBuilder table = new StringBuilder("| metric | kind | unit | labels | what |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (MetricData metric : everything()) {
      table.append("| `").append(metric.getName()).append("` | ").append(kind(metric));
      table.append(" | `").append(metric.getUnit()).append("` | ").append(labels(metric));
      table.append(" | ").append(metric.getDescription()).append(" |\n");
    }
    Section.equalsCode(PAGE, "metrics", table.toString());
  }

  @Test
  void saysTheBoundsOfTheBuckets() {
    List<Double> bounds =
        everything().get(0).getHistogramData().getPoints().iterator().next().getBoundaries();
    String text =
        bounds.stream()
            .map(bound -> Double.toString(bound).replaceFirst("\\.0$", ""))
            .collect(Collectors.joining(", ", "Seconds: ", ".\n"));
    Section.equalsCode(PAGE, "buckets", text);
  }

  private static List<MetricData> everything() {
    ExportTally.Count events = new ExportTally.Count();
    events.dropped(DropReason.QUEUE_FULL, 1);
    Metrics metrics = new Metrics(new Drops(events, notice -> {}));
    Failure failure = CompleteFailures.everything(Side.CLIENT, Failures.ids(1));
    metrics.failed(failure, true, TargetProof.PROVEN);
    metrics.failed(
        CompleteFailures.everything(Side.SERVER, Failures.ids(2)), true, TargetProof.PROVEN);
    Attempt call = failure.attempt();
    metrics.noticed(
        new Notice.Recovered(
            Instant.now(), failure.ids(), call, failure.diagnosis(), "", List.of()));
    metrics.noticed(
        new Notice.StateChanged(
            Instant.now(),
            Side.CLIENT,
            call.peer(),
            ConnectionState.CONNECTING,
            ConnectionState.CONNECTED,
            null,
            null));
    return metrics.collect(Speaker.of(Resource.empty(), "0"), 1, 2, false);
  }

  private static String kind(MetricData metric) {
    return switch (metric.getType()) {
      case HISTOGRAM -> "histogram";
      case LONG_SUM -> "counter";
      case LONG_GAUGE -> "gauge";
      default -> throw new AssertionError(metric.getName() + " is a " + metric.getType());
    };
  }

  private static String labels(MetricData metric) {
    Set<String> labels = new TreeSet<>();
    metric
        .getData()
        .getPoints()
        .forEach(
            point ->
                point.getAttributes().asMap().keySet().stream()
                    .map(AttributeKey::getKey)
                    .forEach(labels::add));
    return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(" "));
  }
}

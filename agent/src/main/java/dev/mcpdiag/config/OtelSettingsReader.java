package dev.mcpdiag.config;

import dev.mcpdiag.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code OTEL_*}; what is wrong becomes one problem and the default. */
public final class OtelSettingsReader {
  private static final Shape<Integer> COUNT = Quantity.wholeNumber(1, 1_000_000);

  private final OtelValues values;

  private OtelSettingsReader(OtelValues values) {
    this.values = values;
  }

  public static OtelSettings read(Surroundings surroundings, Problems problems) {
    // The signals share variables, and one mistake is one sentence.
    Set<String> said = new HashSet<>();
    Problems once =
        problem -> {
          if (said.add(problem.sentence())) {
            problems.report(problem);
          }
        };
    return new OtelSettingsReader(new OtelValues(surroundings, once)).settings();
  }

  private OtelSettings settings() {
    OtlpEndpoints endpoints = new OtlpEndpoints(values);
    return new OtelSettings(
        values.read(Shapes.FLAG, false, "OTEL_SDK_DISABLED"),
        resource(),
        endpoints.export(Signal.TRACES),
        endpoints.export(Signal.METRICS),
        endpoints.export(Signal.LOGS),
        propagators(),
        sampling(),
        batching(),
        millis(60_000, "OTEL_METRIC_EXPORT_INTERVAL"),
        values.read(
            OtelShapes.IS_DELTA, false, "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE"));
  }

  private OtelSettings.Resource resource() {
    OtelValues.Found found = values.first("OTEL_RESOURCE_ATTRIBUTES");
    Map<String, String> attributes = new LinkedHashMap<>();
    try {
      attributes.putAll(OtelPairs.read(found.text()));
    } catch (BadValue e) {
      values.problem(found, "the value " + e.what(), e.fix() + "; no attribute is used now");
    }
    String inAttributes = attributes.remove("service.name");
    String name = values.first("OTEL_SERVICE_NAME").text();
    if (name.isEmpty() && inAttributes != null) {
      name = inAttributes;
    }
    if (name.isEmpty()) {
      name = ServiceName.guess(values.surroundings());
    }
    return new OtelSettings.Resource(name, Collections.unmodifiableMap(attributes));
  }

  private List<String> propagators() {
    OtelValues.Found found = values.first("OTEL_PROPAGATORS");
    List<String> known = new ArrayList<>();
    List<String> w3c = List.of("tracecontext", "baggage");
    boolean isNone = false;
    for (String part : found.text().toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = part.strip();
      isNone |= name.equals("none");
      if (w3c.contains(name) && !known.contains(name)) {
        known.add(name);
      } else if (!name.isEmpty() && !w3c.contains(name) && !name.equals("none")) {
        String what = Shown.text(name) + " is not a propagator of mcpdiag";
        values.problem(found, what, "MCP carries W3C context: use tracecontext and baggage");
      }
    }
    return isNone ? List.of() : known.isEmpty() ? w3c : Collections.unmodifiableList(known);
  }

  private OtelSettings.Sampling sampling() {
    return new OtelSettings.Sampling(
        values.read(OtelShapes.SAMPLER, TraceSampler.PARENTBASED_ALWAYS_ON, "OTEL_TRACES_SAMPLER"),
        values.read(OtelShapes.RATIO, 1.0, "OTEL_TRACES_SAMPLER_ARG"));
  }

  private OtelSettings.Batching batching() {
    return new OtelSettings.Batching(
        millis(5_000, "OTEL_BSP_SCHEDULE_DELAY"),
        values.read(COUNT, 2_048, "OTEL_BSP_MAX_QUEUE_SIZE"),
        values.read(COUNT, 512, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE"),
        millis(30_000, "OTEL_BSP_EXPORT_TIMEOUT"));
  }

  private Duration millis(long defaultMillis, String variable) {
    return values.read(Quantity.MILLIS_OR_DURATION, Duration.ofMillis(defaultMillis), variable);
  }
}

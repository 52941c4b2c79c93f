package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.List;

/** OTEL_PROPAGATORS, as far as MCP's {@code _meta} has a place for them: W3C only. */
final class MetaPropagators {
  private MetaPropagators() {}

  static TextMapPropagator of(List<String> names, Problems problems) {
    List<TextMapPropagator> chosen = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "tracecontext" -> chosen.add(W3CTraceContextPropagator.getInstance());
        case "baggage" -> chosen.add(W3CBaggagePropagator.getInstance());
        case "none" -> {}
        default ->
            problems.report(
                new Problem(
                    "MCP messages carry no \"" + name + "\" headers, it is left out",
                    "OTEL_PROPAGATORS",
                    "use tracecontext and baggage"));
      }
    }
    return TextMapPropagator.composite(chosen);
  }
}

package dev.mcpdiag.telemetry;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/** The samplers that OTEL_TRACES_SAMPLER can name. */
final class Samplers {
  private Samplers() {}

  static Sampler named(String name, @Nullable String argument, Problems problems) {
    return switch (name) {
      case "always_on" -> Sampler.alwaysOn();
      case "always_off" -> Sampler.alwaysOff();
      case "traceidratio" -> ratio(argument, problems);
      case "parentbased_always_on" -> Sampler.parentBased(Sampler.alwaysOn());
      case "parentbased_always_off" -> Sampler.parentBased(Sampler.alwaysOff());
      case "parentbased_traceidratio" -> Sampler.parentBased(ratio(argument, problems));
      default -> {
        problems.report(
            new Problem(
                "there is no sampler \"" + name + "\", parentbased_always_on is used",
                "OTEL_TRACES_SAMPLER",
                "use always_on, always_off, traceidratio or one of them with parentbased_"));
        yield Sampler.parentBased(Sampler.alwaysOn());
      }
    };
  }

  private static Sampler ratio(@Nullable String argument, Problems problems) {
    try {
      return Sampler.traceIdRatioBased(argument == null ? 1 : Double.parseDouble(argument));
    } catch (IllegalArgumentException e) {
      problems.report(
          new Problem(
              "\"" + argument + "\" is not a ratio, every trace is sampled",
              "OTEL_TRACES_SAMPLER_ARG",
              "use a number from 0 to 1"));
      return Sampler.alwaysOn();
    }
  }
}

package dev.mcpdiag.config;

/** The samplers of {@code OTEL_TRACES_SAMPLER} that we know. */
public enum TraceSampler {
  /** Every trace. */
  ALWAYS_ON,

  /** None; failure events go out all the same. */
  ALWAYS_OFF,

  /** The share of {@code OTEL_TRACES_SAMPLER_ARG}, whatever the parent says. */
  TRACEIDRATIO,

  /** As the parent says, else every trace. The default. */
  PARENTBASED_ALWAYS_ON,

  /** As the parent says, else none. */
  PARENTBASED_ALWAYS_OFF,

  /** As the parent says, else the share of {@code OTEL_TRACES_SAMPLER_ARG}. */
  PARENTBASED_TRACEIDRATIO
}

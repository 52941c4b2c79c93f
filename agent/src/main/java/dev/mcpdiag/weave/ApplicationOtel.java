package dev.mcpdiag.weave;

/**
 * Names of OpenTelemetry's classes as other loaders know them, with slashes. Made of parts, because
 * the build renames every such name that stands in one piece.
 */
public final class ApplicationOtel {
  /** Path of its root package, with a slash at the end. */
  public static final String PACKAGE = String.join("/", "io", "opentelemetry", "");

  /** The same as the OpenTelemetry agent renames it, on the bootstrap class path. */
  public static final String AGENT_PACKAGE = PACKAGE + "javaagent/shaded/" + PACKAGE;

  /** Builds an application's own SDK. */
  public static final String SDK_BUILDER = PACKAGE + "sdk/OpenTelemetrySdkBuilder";

  /** What the woven builder tells; in the builder's package, so that it is reached everywhere. */
  public static final String SDK_KEEPER = PACKAGE + "sdk/McpdiagBuiltSdk";

  private ApplicationOtel() {}
}

package dev.mcpdiag.call;

import dev.mcpdiag.redact.Recent;

/** Names of spans by tool, made once: a name at each call would be its largest piece of garbage. */
final class SpanNames {
  /** A peer may make tool names up. */
  private static final int MAX_ENTRIES = 1_000;

  private final Recent<String> ofTools = new Recent<>(MAX_ENTRIES);

  /** {@link Invocation#spanName}, or {@code mcp.<phase>} where no call was made. */
  String of(Invocation invocation) {
    if (invocation.method().isEmpty()) {
      return "mcp." + invocation.phase().text();
    }
    String tool = invocation.request().tool();
    if (tool == null) {
      return invocation.spanName();
    }
    String known = ofTools.get(tool);
    if (known != null) {
      return known;
    }
    String name = invocation.spanName();
    ofTools.put(tool, name);
    return name;
  }
}

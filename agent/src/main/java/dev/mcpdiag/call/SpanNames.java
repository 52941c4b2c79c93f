package dev.mcpdiag.call;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Names of spans by tool, made once: a name at each call would be its largest piece of garbage. */
final class SpanNames {
  /** A peer may make tool names up; those beyond are made anew each time. */
  private static final int MAX_ENTRIES = 1_000;

  private final ConcurrentMap<String, String> ofTools = new ConcurrentHashMap<>();

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
    if (ofTools.size() < MAX_ENTRIES) {
      ofTools.put(tool, name);
    }
    return name;
  }
}

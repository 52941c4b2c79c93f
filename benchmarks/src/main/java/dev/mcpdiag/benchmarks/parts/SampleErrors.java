package dev.mcpdiag.benchmarks.parts;

import java.io.IOException;

/** Throwables as Reactor and an HTTP client make them: two in a chain, deep stacks, an address. */
final class SampleErrors {
  private static final int DEPTH = 60;
  private static final int DEPTH_OF_CAUSE = 40;

  private SampleErrors() {}

  static Throwable[] of(int count) {
    Throwable[] errors = new Throwable[count];
    for (int i = 0; i < count; i++) {
      errors[i] = outer(DEPTH);
    }
    return errors;
  }

  private static Throwable outer(int depth) {
    return depth > 0
        ? outer(depth - 1)
        : new IllegalStateException(
            "Failed to send message to https://mcp.acme.test:8443/mcp?token=abc1234567",
            cause(DEPTH_OF_CAUSE));
  }

  private static Throwable cause(int depth) {
    return depth > 0
        ? cause(depth - 1)
        : new IOException("status 503 from https://mcp.acme.test:8443/mcp");
  }
}

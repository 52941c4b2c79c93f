package dev.mcpdiag.call;

import dev.mcpdiag.failure.Findings;
import java.util.List;

/** Projects a throwable into redacted text. */
@FunctionalInterface
public interface ThrowableProjection {
  /**
   * Never throws.
   *
   * @param given what the call was given, to be hidden too
   * @param isMute whether its messages must not be told, not even scrubbed
   */
  Findings.Thrown project(Throwable throwable, List<String> given, boolean isMute);
}

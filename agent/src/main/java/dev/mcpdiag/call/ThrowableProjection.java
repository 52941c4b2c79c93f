package dev.mcpdiag.call;

import dev.mcpdiag.failure.Failure;
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
  Failure.Thrown project(Throwable throwable, List<String> given, boolean isMute);
}

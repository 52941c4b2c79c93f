package dev.mcpdiag.servers;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.failure.Failure;
import java.time.Instant;

/**
 * The newest failure at a server (reference/servers.md#the-mxbean). Nothing in it comes from the
 * peer.
 *
 * @param message for users
 * @param failureType {@code transient} …
 * @param traceId the Debug ID
 */
public record LastError(
    String code,
    String message,
    boolean retryable,
    String failureType,
    String traceId,
    Instant at) {

  static LastError of(Failure failure) {
    Diagnosis diagnosis = failure.diagnosis();
    return new LastError(
        diagnosis.code(),
        diagnosis.message(),
        diagnosis.isRetryable(),
        diagnosis.failureType().text(),
        failure.ids().traceId(),
        failure.at());
  }
}

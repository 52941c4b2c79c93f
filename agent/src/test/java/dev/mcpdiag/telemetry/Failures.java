package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A failure with every field filled, and variations of it. */
final class Failures {
  static final Attempt CALL =
      new Attempt(
          Side.CLIENT,
          Phase.CALL,
          new Peer("billing", "acme 2.1", Transport.STREAMABLE_HTTP, "mcp.acme.test", 8443, null),
          "tools/call",
          "invoice",
          null,
          null,
          List.of("query", "limit"),
          "7",
          "0123456789abcdef",
          "2025-06-18",
          Duration.ofNanos(1_234_500_000L),
          Duration.ofSeconds(20),
          "503");

  private Failures() {}

  static Failure with(Failure.Ids ids) {
    return of(ids, "fp-1");
  }

  static Failure of(Failure.Ids ids, String fingerprint) {
    Diagnosis diagnosis =
        Diagnosis.of("MCP_SERVER_UNAVAILABLE", FailureType.TRANSIENT)
            .retry(Retry.AFTER_DELAY)
            .retryAfter(Duration.ofSeconds(2))
            .severity(Severity.WARNING)
            .message("The server is not available.")
            .callToAction("RETRY")
            .nextStep(new NextStep("retry_same", Map.of("delayMs", 2000)))
            .reason("http_503")
            .confidence(Confidence.HIGH)
            .build();
    return new Failure(
        ids,
        Instant.parse("2026-01-02T03:04:05.000006Z"),
        CALL,
        diagnosis,
        Origin.PEER,
        "HTTP 503 on this request (rule http-5xx)",
        List.of("http.status=503 @-1200ms"),
        "built-in",
        new Failure.Received(503, null, -32603),
        new Failure.Thrown("java.io.IOException", "status 503", "java.io.IOException: status 503"),
        false,
        fingerprint);
  }

  static Failure.Ids ids(int n) {
    return new Failure.Ids(String.format("%032x", n + 1), String.format("%016x", n + 1), true);
  }
}

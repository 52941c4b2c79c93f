package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure of which everything is known, and one of which nothing is: for the reference. */
final class CompleteFailures {
  private CompleteFailures() {}

  static Failure everything(Side side, Failure.Ids ids) {
    Attempt call =
        new Attempt(
            side,
            Phase.CALL,
            new Peer("billing", "acme 2.1", Transport.SSE, "mcp.acme.test", 8443, "POST /mcp"),
            "tools/call",
            "invoice",
            "letter",
            "file://notes",
            List.of("query"),
            "7",
            "0123456789abcdef",
            "2025-06-18",
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            "503");
    Diagnosis diagnosis =
        Diagnosis.of("MCP_SERVER_UNAVAILABLE", FailureType.TRANSIENT)
            .retry(Retry.AFTER_DELAY)
            .retryAfter(Duration.ofSeconds(2))
            .nextStep(new NextStep("retry_same", Map.of("delayMs", 2000)))
            .reason("http_503")
            .documentation("docs/codes/MCP_SERVER_UNAVAILABLE.md")
            .build();
    return failure(
        ids,
        call.madeFor(new Who("0a1b", "2c3d")),
        diagnosis,
        List.of("http.status=503 @-1200ms"),
        new Failure.Received(503, 3, -32603),
        new Failure.Thrown("java.io.IOException", "status 503", "java.io.IOException: status 503"));
  }

  /** Outside any call, at a server that has said nothing. */
  static Failure nothing(Failure.Ids ids) {
    Attempt none =
        new Attempt(
            Side.CLIENT,
            Phase.CONNECT,
            new Peer("billing", null, Transport.STDIO, null, null, null),
            "",
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            Duration.ZERO,
            null,
            null);
    Diagnosis plain = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS).build();
    return failure(ids, none, plain, List.of(), Failure.Received.NOTHING, null);
  }

  private static Failure failure(
      Failure.Ids ids,
      Attempt attempt,
      Diagnosis diagnosis,
      List<String> evidence,
      Failure.Received received,
      Failure.@Nullable Thrown thrown) {
    return new Failure(
        ids,
        Instant.EPOCH,
        attempt,
        diagnosis,
        Origin.PEER,
        "HTTP 503 on this request (rule http-5xx)",
        evidence,
        "built-in",
        received,
        thrown,
        thrown != null,
        "fp-1");
  }
}

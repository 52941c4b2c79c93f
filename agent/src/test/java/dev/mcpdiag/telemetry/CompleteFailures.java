package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Execution;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Findings;
import dev.mcpdiag.failure.Judgement;
import dev.mcpdiag.failure.Message;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import dev.mcpdiag.failure.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A failure of which everything is known, and one of which nothing is: for the reference. */
final class CompleteFailures {
  private CompleteFailures() {}

  static Failure everything(Side side, Failure.Ids ids) {
    Attempt call =
        new Attempt(
            side,
            Phase.CALL,
            new Peer("billing", "acme 2.1", Transport.SSE, "mcp.acme.test", 8443, "POST /mcp"),
            new Request("tools/call", "invoice", "letter", "file://notes", List.of("query")),
            new Message("7", "0123456789abcdef", "2025-06-18"),
            new Execution(Duration.ofSeconds(1), Duration.ofSeconds(20), "503"),
            new Who("0a1b", "2c3d"));
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
        call,
        diagnosis,
        new Findings(
            List.of("http.status=503 @-1200ms"),
            new Findings.Received(503, 3, -32603),
            new Findings.Thrown(
                "java.io.IOException", "status 503", "java.io.IOException: status 503"),
            true));
  }

  /** Outside any call, at a server that has said nothing. */
  static Failure nothing(Failure.Ids ids) {
    Attempt none =
        Failures.attempt(
            Phase.CONNECT,
            new Peer("billing", null, Transport.STDIO, null, null, null),
            Request.NONE);
    Diagnosis plain = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS).build();
    return failure(ids, none, plain, Findings.NOTHING);
  }

  private static Failure failure(
      Failure.Ids ids, Attempt attempt, Diagnosis diagnosis, Findings findings) {
    return new Failure(
        ids,
        Instant.EPOCH,
        attempt,
        new Judgement(
            diagnosis, Origin.PEER, "HTTP 503 on this request (rule http-5xx)", "built-in"),
        findings,
        "fp-1");
  }
}

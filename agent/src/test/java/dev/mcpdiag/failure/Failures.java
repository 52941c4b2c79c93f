package dev.mcpdiag.failure;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure with every field filled, and smaller ones to build a test on. */
public final class Failures {
  /** A tool call of a client, with every field filled. */
  public static final Attempt CALL =
      new Attempt(
          Side.CLIENT,
          Phase.CALL,
          new Peer("billing", "acme 2.1", Transport.STREAMABLE_HTTP, "mcp.acme.test", 8443, null),
          tool("invoice", "query", "limit"),
          new Message("7", "0123456789abcdef", "2025-06-18"),
          new Execution(Duration.ofNanos(1_234_500_000L), Duration.ofSeconds(20), "503"),
          null);

  /** When the smaller failures happened. */
  public static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

  private Failures() {}

  /** A {@code tools/call}. */
  public static Request tool(String name, String... argumentNames) {
    return new Request("tools/call", name, null, null, List.of(argumentNames));
  }

  /** Another request of the same client, 1 ms long and without an error. */
  public static Attempt attempt(Phase phase, Peer peer, Request request) {
    return new Attempt(
        Side.CLIENT,
        phase,
        peer,
        request,
        Message.UNKNOWN,
        new Execution(Duration.ofMillis(1), null, null),
        null);
  }

  /** Every field filled, but for the fingerprint. */
  public static Failure with(Failure.Ids ids) {
    return of(ids, "fp-1");
  }

  /** Every field filled. */
  public static Failure of(Failure.Ids ids, String fingerprint) {
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
        new Judgement(
            diagnosis, Origin.PEER, "HTTP 503 on this request (rule http-5xx)", "built-in"),
        new Findings(
            List.of("http.status=503 @-1200ms"),
            new Findings.Received(503, null, -32603),
            new Findings.Thrown(
                "java.io.IOException", "status 503", "java.io.IOException: status 503"),
            false),
        fingerprint);
  }

  /** Judged by the built-in rules, of which nothing was seen. */
  public static Failure of(Attempt attempt, Diagnosis diagnosis, Origin origin, String because) {
    String traceId = diagnosis.debugId().orElse(ids(0).traceId());
    return new Failure(
        new Failure.Ids(traceId, ids(0).spanId(), true),
        AT,
        attempt,
        new Judgement(diagnosis, origin, because, "built-in"),
        Findings.NOTHING,
        "0000000000000000");
  }

  /** The same, of another kind. */
  public static Failure alike(Failure failure, String fingerprint) {
    return failure.with((Findings.@Nullable Thrown) null, fingerprint);
  }

  /** W3C ids that are made of a number. */
  public static Failure.Ids ids(int n) {
    return new Failure.Ids(String.format("%032x", n + 1), String.format("%016x", n + 1), true);
  }
}

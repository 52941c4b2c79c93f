package dev.mcpdiag.console;

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
import dev.mcpdiag.failure.Message;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import java.time.Duration;
import java.util.Map;

/** Failures as the engine hands them over. */
final class Sample {
  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private Sample() {}

  static Failure unavailable() {
    return failure(
        Diagnosis.of("MCP_SERVER_UNAVAILABLE", FailureType.TRANSIENT)
            .retry(Retry.AFTER_DELAY)
            .retryAfter(Duration.ofSeconds(2))
            .message("The server \u201cweather\u201d is not available right now.")
            .callToAction("WAIT_AND_RETRY")
            .documentation("docs/codes/MCP_SERVER_UNAVAILABLE.md")
            .nextStep(new NextStep("retry_same", Map.of("delayMs", 2000)))
            .nextStep(new NextStep("check_status", Map.of()))
            .build(),
        "HTTP 503 on this request, 1.2 s before the time-out (rule http-5xx)",
        "f1",
        TRACE_ID);
  }

  static Failure unavailable(String fingerprint, String traceId) {
    Failure one = unavailable();
    return failure(one.diagnosis(), one.judgement().because(), fingerprint, traceId);
  }

  /** The same of another server. */
  static Failure unavailableOn(String server, String fingerprint) {
    Failure one = unavailable();
    return failure(server, one.diagnosis(), one.judgement().because(), fingerprint, TRACE_ID);
  }

  static Failure failure(Diagnosis diagnosis, String because, String fingerprint, String traceId) {
    return failure("weather", diagnosis, because, fingerprint, traceId);
  }

  private static Failure failure(
      String server, Diagnosis diagnosis, String because, String fingerprint, String traceId) {
    Peer peer = new Peer(server, null, Transport.STREAMABLE_HTTP, "localhost", 8080, null);
    return failure(
        new Attempt(
            Side.CLIENT,
            Phase.CALL,
            peer,
            Failures.tool("search", "city"),
            new Message("7", null, null),
            new Execution(Duration.ofMillis(1800), null, "503"),
            null),
        diagnosis,
        because,
        fingerprint,
        traceId);
  }

  /** A process that never started: no call was made. */
  static Failure commandNotFound() {
    Peer peer = new Peer("files", null, Transport.STDIO, null, null, "npxx");
    Attempt attempt = Failures.attempt(Phase.CONNECT, peer, Request.NONE);
    Diagnosis diagnosis =
        Diagnosis.of("MCP_STDIO_COMMAND_NOT_FOUND", FailureType.VALIDATION)
            .retry(Retry.AFTER_ACTION)
            .reason("not_on_path")
            .message("The program of the server files was not found on this machine.")
            .callToAction("OPEN_EDIT_DIALOG")
            .nextStep(new NextStep("edit_config", Map.of("key", "command")))
            .build();
    String because =
        "the operating system said error=2 (no such file or directory) when the process for npxx"
            + " was to be started (rule process-not-found)";
    return failure(attempt, diagnosis, because, "f2", "4bf92f3577b34da6a3ce929d0e0e4736");
  }

  private static Failure failure(
      Attempt attempt, Diagnosis diagnosis, String because, String fingerprint, String traceId) {
    Diagnosis named = diagnosis.toBuilder().debugId(traceId).build();
    return Failures.alike(Failures.of(attempt, named, Origin.PEER, because), fingerprint);
  }
}

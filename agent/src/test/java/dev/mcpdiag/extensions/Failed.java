package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Diagnoser.Question;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Cases;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failed tools/call, with what a test needs of it. */
final class Failed {
  static final Instant AT = Failures.AT;
  static final Diagnosis BUILT_IN =
      Diagnosis.of("MCP_UNKNOWN", FailureType.INTERNAL).debugId("4bf9").build();

  private static final long END = 5_000_000_000L;

  private final List<Noted> callFacts = new ArrayList<>();
  private final List<Noted> connectionFacts = new ArrayList<>();
  private Case.Ending ending = Case.Ending.THROWN;
  private @Nullable Throwable throwable;
  private @Nullable PeerError peer;
  private @Nullable String resultText;
  private @Nullable HttpHeaders headers;

  Failed with(Throwable live) {
    throwable = live;
    return this;
  }

  Failed rejected(int code, String message) {
    ending = Case.Ending.REJECTED;
    peer = new PeerError(code, message, java.util.Optional.empty());
    return this;
  }

  Failed result(String text) {
    ending = Case.Ending.ERROR_RESULT;
    resultText = text;
    return this;
  }

  Failed status(int status, Map<String, List<String>> answer) {
    headers = HttpHeaders.of(answer, (name, value) -> true);
    callFacts.add(new Noted(END - 1_000_000, FactKind.HTTP_STATUS, "" + status, null));
    return this;
  }

  Failed exit(int code) {
    connectionFacts.add(new Noted(END - 2_000_000, FactKind.PROCESS_EXIT, "" + code, null));
    return this;
  }

  Question question() {
    Case failed =
        new Case(
            new Case.Call(
                Side.CLIENT,
                false,
                Phase.CALL,
                Transport.STREAMABLE_HTTP,
                "tools/call",
                "billing_pay"),
            Cases.outcome(ending, throwable, peer, resultText),
            new Case.Seen(callFacts, connectionFacts),
            Case.Known.NOTHING,
            new Case.Timing(END - 40_000_000, END, Duration.ofSeconds(3)));
    return new Question(failed, builtIn(), headers, throwable);
  }

  private static Failure builtIn() {
    Peer peer = new Peer("acme-billing", null, Transport.STREAMABLE_HTTP, "acme.test", 443, null);
    return Failures.of(
        Failures.attempt(Phase.CALL, peer, Failures.tool("billing_pay")),
        BUILT_IN,
        Origin.UNKNOWN,
        "no rule matched (rule none)");
  }
}

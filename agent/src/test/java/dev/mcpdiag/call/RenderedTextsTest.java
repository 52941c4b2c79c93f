package dev.mcpdiag.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.catalogue.NextStepsJson;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Cases;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.SignIn;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import dev.mcpdiag.redact.Challenge;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What users and models read, out of what a verdict, a case and an attempt can hold. */
class RenderedTextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final List<String> METHODS =
      List.of("tools/call", "initialize", "sampling/createMessage", "roots/list", "");

  /** Whatever a rule may know or not: a rule gives a verdict, and each of these is one or none. */
  private record Known(
      @Nullable String reason,
      @Nullable String scopes,
      @Nullable Duration retryAfter,
      boolean hasExit,
      boolean isTimeout,
      boolean isPlaceholder,
      boolean hasTool,
      String method) {}

  @Test
  void noBraceSurvivesWhateverIsKnownAtACode() {
    for (CodeEntry entry : Catalogue.entries()) {
      for (int bits = 0; bits < 128; bits++) {
        for (String method : METHODS) {
          Diagnosis diagnosis = render(entry.code(), known(bits, method));
          String all = diagnosis.message() + NextStepsJson.of(diagnosis.nextSteps());
          assertFalse(PLACEHOLDER.matcher(all).find(), all);
          assertFalse(diagnosis.message().contains("{"), diagnosis::message);
          assertFalse(diagnosis.message().matches(".*( \\.|\\(\\)|: \\.|  ).*"), all);
        }
      }
      assertFalse((entry.title() + entry.meaning()).contains("{"), entry.code());
    }
  }

  /** A placeholder that nothing ever fills is a promise that does not hold. */
  @Test
  void eachPlaceholderOfATemplateIsFilledByTheRules() {
    Map<String, Set<String>> filled = new HashMap<>();
    for (Case failed : cases()) {
      Verdict verdict = new Classifier().judge(failed);
      String template = Catalogue.find(verdict.code()).orElseThrow().message();
      String text = message(verdict, failed);
      Set<String> names = filled.computeIfAbsent(verdict.code(), code -> new HashSet<>());
      for (Map.Entry<String, String> value : VALUES.entrySet()) {
        if (template.contains('{' + value.getKey() + '}') && text.contains(value.getValue())) {
          names.add(value.getKey());
        }
      }
    }
    Set<String> missing = new TreeSet<>();
    for (CodeEntry entry : Catalogue.entries()) {
      Matcher matcher = PLACEHOLDER.matcher(entry.message());
      while (matcher.find()) {
        String name = matcher.group(1);
        boolean isOfEveryCall = name.equals("server") || name.equals("traceId");
        if (!isOfEveryCall
            && !name.equals("tool")
            && !filled.getOrDefault(entry.code(), Set.of()).contains(name)) {
          missing.add(entry.code() + " {" + name + "}");
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** What the cases below put into the sentence. */
  private static final Map<String, String> VALUES =
      Map.of(
          "seconds", "7 s",
          "exitCode", "exit 3",
          "capability", "sampling",
          "scopes", "files:write",
          "field", "url",
          "reason", "(");

  private static List<Case> cases() {
    return List.of(
        thrown("tools/call", new TimeoutException(), List.of(), List.of(), Duration.ofSeconds(7)),
        http(429, note(FactKind.HTTP_RETRY_AFTER, "7000")),
        http(403, challenge("Bearer error=\"insufficient_scope\", scope=\"files:write\"")),
        thrown("tools/call", new SSLHandshakeException("Received fatal alert: protocol_version")),
        overStdio(note(FactKind.PROCESS_EXIT, "3")),
        thrown(
            "initialize",
            new IllegalArgumentException("x"),
            List.of(),
            List.of(note(FactKind.CONFIG_PLACEHOLDER, "url")),
            null),
        signIn(),
        unofferedSampling());
  }

  @Test
  void theCapabilityIsTheOneThatTheServerAskedFor() {
    Case failed = unofferedSampling();
    Verdict verdict = new Classifier().judge(failed);
    assertEquals(Codes.CLIENT_CAPABILITY_MISSING, verdict.code());
    assertEquals(
        "crm needs a feature this application does not have: sampling.", message(verdict, failed));
    assertEquals(
        "crm needs a feature this application does not have.",
        render(Codes.CLIENT_CAPABILITY_MISSING, known(0, "tools/call")).message());
  }

  @Test
  void theTestWouldSeeABrace() {
    assertTrue(PLACEHOLDER.matcher("The input is not valid: {fields}.").find());
  }

  private static Known known(int bits, String method) {
    return new Known(
        (bits & 1) == 0 ? null : "expired",
        (bits & 2) == 0 ? null : "files:write",
        (bits & 4) == 0 ? null : Duration.ofSeconds(7),
        (bits & 8) != 0,
        (bits & 16) != 0,
        (bits & 32) != 0,
        (bits & 64) != 0,
        method);
  }

  private static Diagnosis render(String code, Known known) {
    Verdict verdict = Cases.verdict(code, known.reason, known.retryAfter, known.scopes);
    Case failed =
        thrown(
            known.method,
            known.isTimeout ? new TimeoutException() : null,
            List.of(),
            List.of(
                note(
                    known.hasExit ? FactKind.PROCESS_EXIT : FactKind.STREAM_FIRST_BYTE,
                    known.hasExit ? "3" : ""),
                note(
                    known.isPlaceholder ? FactKind.CONFIG_PLACEHOLDER : FactKind.STREAM_FIRST_BYTE,
                    "url")),
            Duration.ofSeconds(7));
    return new Diagnoses()
        .of(verdict, attempt(known.method, known.hasTool ? "search" : null), failed, TRACE);
  }

  private static String message(Verdict verdict, Case failed) {
    return new Diagnoses().of(verdict, attempt(failed.method(), "search"), failed, TRACE).message();
  }

  private static Case http(int status, Noted header) {
    return thrown(
        "tools/call",
        new RuntimeException("failed"),
        List.of(note(FactKind.HTTP_STATUS, "" + status), header),
        List.of(),
        null);
  }

  private static Case thrown(String method, Throwable throwable) {
    return thrown(method, throwable, List.of(), List.of(), null);
  }

  /** The application's own code, asked for a token, heard a word of OAuth. */
  private static Case signIn() {
    Facts facts = new Facts();
    Throwable refused = new IllegalStateException("token endpoint said invalid_grant");
    SignIn.unprepared(refused, facts);
    return thrown("tools/call", refused, facts.all(), List.of(), null);
  }

  /** A server asked its client for what that one does not offer. */
  private static Case unofferedSampling() {
    PeerError peer = new PeerError(-32601, "Method not found", Optional.empty());
    return failed(
        Side.SERVER,
        Transport.STREAMABLE_HTTP,
        "sampling/createMessage",
        null,
        peer,
        List.of(),
        List.of(),
        null);
  }

  private static Case overStdio(Noted fact) {
    return failed(
        Side.CLIENT,
        Transport.STDIO,
        "tools/call",
        new TimeoutException(),
        null,
        List.of(),
        List.of(fact),
        null);
  }

  private static Case thrown(
      String method,
      @Nullable Throwable throwable,
      List<Noted> call,
      List<Noted> connection,
      @Nullable Duration timeout) {
    return failed(
        Side.CLIENT, Transport.STREAMABLE_HTTP, method, throwable, null, call, connection, timeout);
  }

  private static Case failed(
      Side side,
      Transport transport,
      String method,
      @Nullable Throwable throwable,
      @Nullable PeerError peer,
      List<Noted> call,
      List<Noted> connection,
      @Nullable Duration timeout) {
    Phase phase = method.equals("initialize") ? Phase.INIT : Phase.CALL;
    Case.Ending ending = peer == null ? Case.Ending.THROWN : Case.Ending.REJECTED;
    return new Case(
        new Case.Call(side, false, phase, transport, method, "search"),
        Cases.outcome(ending, throwable, peer, null),
        new Case.Seen(call, connection),
        Case.Known.NOTHING,
        new Case.Timing(0, 1_000_000_000, timeout));
  }

  private static Noted challenge(String header) {
    Challenge challenge = Challenge.parse(header);
    return new Noted(1, FactKind.HTTP_CHALLENGE, challenge.summary(), null, challenge);
  }

  private static Noted note(FactKind kind, String value) {
    return new Noted(1, kind, value, null);
  }

  private static Attempt attempt(String method, @Nullable String tool) {
    Peer peer = new Peer("crm", null, Transport.STREAMABLE_HTTP, "crm.test", 443, null);
    return Failures.attempt(Phase.CALL, peer, new Request(method, tool, null, null, List.of()));
  }
}

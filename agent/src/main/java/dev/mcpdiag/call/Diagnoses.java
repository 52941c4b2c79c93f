package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.catalogue.SafeText;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.failure.Attempt;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a verdict into the diagnosis that people read: catalogue row, safe text, next steps. */
public final class Diagnoses {
  /** What a client has to offer for what servers ask of it, by method. */
  private static final Map<String, String> CAPABILITIES =
      Map.of(
          "sampling/createMessage", "sampling",
          "elicitation/create", "elicitation",
          "roots/list", "roots");

  /** Never null; an unknown code reads like {@code MCP_UNKNOWN}. */
  public Diagnosis of(Verdict verdict, Attempt attempt, Case failed, String traceId) {
    CodeEntry entry =
        Catalogue.find(verdict.code()).orElseGet(() -> Catalogue.find(Codes.UNKNOWN).orElseThrow());
    FailureType type = Objects.requireNonNullElse(verdict.type(), entry.failureType());
    Retry retry = Objects.requireNonNullElse(verdict.retry(), entry.retry());
    Diagnosis.Builder diagnosis =
        Diagnosis.of(verdict.code(), type)
            .retry(retry)
            .severity(entry.severity())
            .message(SafeText.fill(entry.message(), values(verdict, attempt, failed, traceId)))
            .callToAction(entry.callToAction())
            .nextSteps(steps(entry.nextSteps(), verdict))
            .confidence(verdict.confidence())
            .documentation(entry.documentation())
            .debugId(traceId);
    if (verdict.reason() != null) {
      diagnosis.reason(verdict.reason());
    }
    if (verdict.retryAfter() != null) {
      diagnosis.retryAfter(verdict.retryAfter());
    }
    return diagnosis.build();
  }

  private static Map<String, String> values(
      Verdict verdict, Attempt attempt, Case failed, String traceId) {
    Map<String, String> values = new HashMap<>();
    values.put("server", attempt.peer().serverName());
    values.put("traceId", traceId);
    putIfPresent(values, "tool", attempt.request().tool());
    putIfPresent(values, "reason", verdict.reason());
    putIfPresent(values, "scopes", verdict.scopes());
    putIfPresent(values, "exitCode", failed.processExit());
    if (verdict.code().equals(Codes.CONFIG_INVALID)) {
      putIfPresent(values, "field", failed.wrongSetting());
    }
    if (verdict.code().equals(Codes.CLIENT_CAPABILITY_MISSING)) {
      putIfPresent(values, "capability", CAPABILITIES.get(attempt.request().method()));
    }
    Duration seconds =
        verdict.retryAfter() != null
            ? verdict.retryAfter()
            : failed.isTimedOut() ? failed.timeout() : null;
    if (seconds != null) {
      values.put("seconds", Long.toString(Math.max(1, (seconds.toMillis() + 999) / 1000)));
    }
    return values;
  }

  private static void putIfPresent(
      Map<String, String> values, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      values.put(key, value.toString());
    }
  }

  /** A delay that the peer named stands in the steps that wait, scopes where they are asked for. */
  private static List<NextStep> steps(List<NextStep> steps, Verdict verdict) {
    Duration delay = verdict.retryAfter();
    String scopes = verdict.scopes();
    if (delay != null) {
      return steps.stream().map(step -> withDelay(step, delay)).toList();
    }
    return scopes == null ? steps : steps.stream().map(step -> withScopes(step, scopes)).toList();
  }

  private static NextStep withScopes(NextStep step, String scopes) {
    if (!step.action().equals("step_up_scope")) {
      return step;
    }
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("scopes", List.of(scopes.strip().split(" +")));
    params.putAll(step.params());
    return new NextStep(step.action(), params);
  }

  private static NextStep withDelay(NextStep step, Duration delay) {
    String key =
        switch (step.action()) {
          case "retry_same" -> "delayMs";
          case "wait" -> "retryAfterMs";
          default -> "";
        };
    if (key.isEmpty()) {
      return step;
    }
    Map<String, Object> params = new LinkedHashMap<>(step.params());
    params.put(key, delay.toMillis());
    return new NextStep(step.action(), params);
  }
}

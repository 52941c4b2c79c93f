package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rule decided. Null means: as the catalogue says.
 *
 * @param because a clause out of facts, no peer text: {@code HTTP 503 on this request}
 * @param rule name of the rule, lower case with dashes
 * @param scopes missing OAuth scopes for the text, else null
 * @param phase where the call itself had not begun or was interrupted, else null
 */
public record Verdict(
    String code,
    Confidence confidence,
    Origin origin,
    String because,
    String rule,
    @Nullable String reason,
    @Nullable FailureType type,
    @Nullable Retry retry,
    @Nullable Duration retryAfter,
    @Nullable String scopes,
    @Nullable Phase phase) {

  static Verdict of(String code, Origin origin, String rule, String because) {
    return new Verdict(
        code, Confidence.HIGH, origin, because, rule, null, null, null, null, null, null);
  }

  /** Whether no text of the throwable may be told: an impostor may have written it (RFC 9207). */
  public boolean isMute() {
    return OAuthRules.ISSUER_MISMATCH.equals(reason);
  }

  Verdict sure(Confidence value) {
    return new Verdict(
        code, value, origin, because, rule, reason, type, retry, retryAfter, scopes, phase);
  }

  Verdict reason(@Nullable String value) {
    return new Verdict(
        code, confidence, origin, because, rule, value, type, retry, retryAfter, scopes, phase);
  }

  Verdict type(FailureType value, Retry how) {
    return new Verdict(
        code, confidence, origin, because, rule, reason, value, how, retryAfter, scopes, phase);
  }

  Verdict after(@Nullable Duration delay) {
    return delay == null
        ? this
        : new Verdict(
            code,
            confidence,
            origin,
            because,
            rule,
            reason,
            type,
            Retry.AFTER_DELAY,
            delay,
            scopes,
            phase);
  }

  Verdict scopes(@Nullable String value) {
    return new Verdict(
        code, confidence, origin, because, rule, reason, type, retry, retryAfter, value, phase);
  }

  Verdict in(Phase value) {
    return new Verdict(
        code, confidence, origin, because, rule, reason, type, retry, retryAfter, scopes, value);
  }

  Verdict because(String value) {
    return new Verdict(
        code, confidence, origin, value, rule, reason, type, retry, retryAfter, scopes, phase);
  }
}

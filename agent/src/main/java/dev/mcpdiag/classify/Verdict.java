package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rule decided.
 *
 * @param because a clause out of facts, no peer text: {@code HTTP 503 on this request}
 * @param rule name of the rule, lower case with dashes
 * @param details where this case differs from the catalogue's row
 */
public record Verdict(
    String code,
    Confidence confidence,
    Origin origin,
    String because,
    String rule,
    Details details) {

  /**
   * What is particular to one case. Null means: as the catalogue says.
   *
   * @param scopes missing OAuth scopes for the text, else null
   * @param phase where the call itself had not begun or was interrupted, else null
   */
  record Details(
      @Nullable String reason,
      @Nullable FailureType type,
      @Nullable Retry retry,
      @Nullable Duration retryAfter,
      @Nullable String scopes,
      @Nullable Phase phase) {
    private static final Details NONE = new Details(null, null, null, null, null, null);

    private Details reason(@Nullable String value) {
      return new Details(value, type, retry, retryAfter, scopes, phase);
    }

    private Details type(FailureType value, Retry how) {
      return new Details(reason, value, how, retryAfter, scopes, phase);
    }

    private Details after(Duration delay) {
      return new Details(reason, type, Retry.AFTER_DELAY, delay, scopes, phase);
    }

    private Details scopes(@Nullable String value) {
      return new Details(reason, type, retry, retryAfter, value, phase);
    }

    private Details in(Phase value) {
      return new Details(reason, type, retry, retryAfter, scopes, value);
    }
  }

  static Verdict of(String code, Origin origin, String rule, String because) {
    return new Verdict(code, Confidence.HIGH, origin, because, rule, Details.NONE);
  }

  /** Lower_snake detail of the code, null if there is none. */
  public @Nullable String reason() {
    return details.reason();
  }

  /** Null: the type of the code. */
  public @Nullable FailureType type() {
    return details.type();
  }

  /** Null: as for the code. */
  public @Nullable Retry retry() {
    return details.retry();
  }

  /** When the peer wants to be asked again, null if it did not say. */
  public @Nullable Duration retryAfter() {
    return details.retryAfter();
  }

  /** Missing OAuth scopes, separated by spaces; null if none are known. */
  public @Nullable String scopes() {
    return details.scopes();
  }

  /** Null: the phase of the call. */
  public @Nullable Phase phase() {
    return details.phase();
  }

  /** Whether no text of the throwable may be told: an impostor may have written it (RFC 9207). */
  public boolean isMute() {
    return OAuthRules.ISSUER_MISMATCH.equals(reason());
  }

  Verdict sure(Confidence value) {
    return new Verdict(code, value, origin, because, rule, details);
  }

  Verdict because(String value) {
    return new Verdict(code, confidence, origin, value, rule, details);
  }

  Verdict reason(@Nullable String value) {
    return with(details.reason(value));
  }

  Verdict type(FailureType value, Retry how) {
    return with(details.type(value, how));
  }

  Verdict after(@Nullable Duration delay) {
    return delay == null ? this : with(details.after(delay));
  }

  Verdict scopes(@Nullable String value) {
    return with(details.scopes(value));
  }

  Verdict in(Phase value) {
    return with(details.in(value));
  }

  private Verdict with(Details changed) {
    return new Verdict(code, confidence, origin, because, rule, changed);
  }
}

package dev.mcpdiag.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is, whether another try can help, and what to do. Cannot be changed; safe on any
 * thread; equal by value.
 */
public final class Diagnosis {
  private final String code;
  private final FailureType failureType;
  private final Retry retry;
  private final @Nullable Duration retryAfter;
  private final Severity severity;
  private final String message;
  private final String callToAction;
  private final List<NextStep> nextSteps;
  private final @Nullable String reason;
  private final Confidence confidence;
  private final String documentation;
  private final @Nullable String debugId;

  private Diagnosis(Builder from) {
    code = from.code;
    failureType = from.failureType;
    retry = from.retry;
    // A wait on a failure that must not be retried would only mislead.
    retryAfter = from.retry == Retry.NO ? null : from.retryAfter;
    severity = from.severity;
    message = from.message;
    callToAction = from.callToAction;
    nextSteps = List.copyOf(from.nextSteps);
    reason = from.reason;
    confidence = from.confidence;
    documentation = from.documentation;
    debugId = from.debugId;
  }

  /**
   * Starts a diagnosis: no retry, severity error, high confidence, a neutral message, call to
   * action {@code NONE}, nothing else.
   *
   * @param code {@code [A-Z][A-Z0-9]*(_[A-Z0-9]+)+}, at most 63 characters; codes that start with
   *     {@code MCP_} must be in mcpdiag's catalogue, which the agent checks
   * @throws IllegalArgumentException if the code is not written like that
   */
  public static Builder of(String code, FailureType type) {
    return new Builder(CodeText.checked(code), Objects.requireNonNull(type, "type"));
  }

  /** Starts another diagnosis with everything that this one says. */
  public Builder toBuilder() {
    Builder copy = new Builder(code, failureType);
    copy.retry = retry;
    copy.retryAfter = retryAfter;
    copy.severity = severity;
    copy.message = message;
    copy.callToAction = callToAction;
    copy.nextSteps.addAll(nextSteps);
    copy.reason = reason;
    copy.confidence = confidence;
    copy.documentation = documentation;
    copy.debugId = debugId;
    return copy;
  }

  /** The stable name of the failure, for example {@code MCP_DNS_FAILURE}; new ones may come. */
  public String code() {
    return code;
  }

  /** What has to change before the call can work. Rely on it where the code is unknown to you. */
  public FailureType failureType() {
    return failureType;
  }

  /** Whether and when another try can help. */
  public Retry retry() {
    return retry;
  }

  /** True if a program may expect another try to work: {@link Retry#isRetryable}. */
  public boolean isRetryable() {
    return retry.isRetryable();
  }

  /** How long to wait before another try, if known; whole milliseconds. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** How much attention it deserves. */
  public Severity severity() {
    return severity;
  }

  /** A sentence for the user of the application: no secrets, no addresses, no stack traces. */
  public String message() {
    return message;
  }

  /** Which button a page shows, for example {@code RECONNECT}; {@code NONE} for none. */
  public String callToAction() {
    return callToAction;
  }

  /** What a program can do, best first; cannot be changed. */
  public List<NextStep> nextSteps() {
    return nextSteps;
  }

  /** Detail below the code in lower_snake, for example {@code cert_expired}. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** How well the evidence proves the code. */
  public Confidence confidence() {
    return confidence;
  }

  /** Address of the page about this code; "" for none. */
  public String documentation() {
    return documentation;
  }

  /** The trace id of the failed call: what a user tells the operator. Empty during classify. */
  public Optional<String> debugId() {
    return Optional.ofNullable(debugId);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnosis that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** One line for a log: code, type, retry, Debug ID, message. */
  @Override
  public String toString() {
    return code
        + " ("
        + failureType.text()
        + ", "
        + (isRetryable() ? "retryable" : "not retryable")
        + ")"
        + (debugId == null ? "" : " debug id " + debugId)
        + " - "
        + message;
  }

  private List<Object> parts() {
    return List.of(
        code,
        failureType,
        retry,
        retryAfter(),
        severity,
        message,
        callToAction,
        nextSteps,
        reason(),
        confidence,
        documentation,
        debugId());
  }

  /** Collects a diagnosis. For one thread; may build more than once. */
  public static final class Builder {
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final String code;
    private final FailureType failureType;
    private Retry retry = Retry.NO;
    private @Nullable Duration retryAfter;
    private Severity severity = Severity.ERROR;
    private String message = "The call did not succeed.";
    private String callToAction = "NONE";
    private final List<NextStep> nextSteps = new ArrayList<>();
    private @Nullable String reason;
    private Confidence confidence = Confidence.HIGH;
    private String documentation = "";
    private @Nullable String debugId;

    private Builder(String code, FailureType failureType) {
      this.code = code;
      this.failureType = failureType;
    }

    /** Whether and when another try can help; {@link Retry#NO} unless said. */
    public Builder retry(Retry value) {
      retry = Objects.requireNonNull(value, "retry");
      return this;
    }

    /**
     * How long to wait before another try. Says nothing about whether one can help, so give {@link
     * #retry} too; with {@link Retry#NO} it is dropped.
     *
     * @param value cut to whole milliseconds, and to the range from zero to 365 days
     */
    public Builder retryAfter(Duration value) {
      Duration atMost = value.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : value;
      retryAfter = atMost.isNegative() ? Duration.ZERO : Duration.ofMillis(atMost.toMillis());
      return this;
    }

    /** How much attention it deserves; {@link Severity#ERROR} unless said. */
    public Builder severity(Severity value) {
      severity = Objects.requireNonNull(value, "severity");
      return this;
    }

    /**
     * A sentence for the user of the application. The agent scrubs it and cuts it at 500
     * characters.
     */
    public Builder message(String value) {
      message = Objects.requireNonNull(value, "message");
      return this;
    }

    /** Which button a page shows; {@code NONE} unless said. */
    public Builder callToAction(String value) {
      callToAction = Objects.requireNonNull(value, "callToAction");
      return this;
    }

    /** Adds one step after those given before. */
    public Builder nextStep(NextStep value) {
      nextSteps.add(Objects.requireNonNull(value, "nextStep"));
      return this;
    }

    /** Replaces all steps. */
    public Builder nextSteps(List<NextStep> values) {
      List<NextStep> copy = List.copyOf(values);
      nextSteps.clear();
      nextSteps.addAll(copy);
      return this;
    }

    /** Detail below the code in lower_snake; "" for none. */
    public Builder reason(String value) {
      reason = value.isEmpty() ? null : value;
      return this;
    }

    /** How well the evidence proves the code; {@link Confidence#HIGH} unless said. */
    public Builder confidence(Confidence value) {
      confidence = Objects.requireNonNull(value, "confidence");
      return this;
    }

    /** Address of the page about this code; "" for none. */
    public Builder documentation(String value) {
      documentation = Objects.requireNonNull(value, "documentation");
      return this;
    }

    /** The trace id of the failed call; "" for none. The agent fills it: a classifier need not. */
    public Builder debugId(String value) {
      debugId = value.isEmpty() ? null : value;
      return this;
    }

    /** The diagnosis as collected so far. */
    public Diagnosis build() {
      return new Diagnosis(this);
    }
  }
}

package dev.mcpdiag.api;

import java.util.Locale;

/**
 * Whether the same call may work when it is made again. It describes the failure and permits
 * nothing: a call with side effects may be repeated only if it never reached the peer, or if the
 * tool says that it is idempotent.
 */
public enum Retry {
  /** At once and more than once. Not when the peer asked for a pause. Try again with a back-off. */
  YES,
  /**
   * After a pause: {@link Diagnosis#retryAfter} where it is known. Not when waiting alone changes
   * nothing: that is {@link #AFTER_ACTION}. Wait, then try again.
   */
  AFTER_DELAY,
  /**
   * Only after somebody did something: signed in, changed a setting, freed a quota. Does not count
   * as retryable, because no program can wait for it. Show the call to action.
   */
  AFTER_ACTION,
  /**
   * One more time, since a second failure proves that it was no accident. Not for a loop. Try
   * again, then give up.
   */
  ONCE,
  /** Never: the same call fails the same way. Change the call or report the failure. */
  NO;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON, for example {@code after_delay}. */
  public String text() {
    return text;
  }

  /** True for {@link #YES}, {@link #AFTER_DELAY} and {@link #ONCE}. */
  public boolean isRetryable() {
    return this == YES || this == AFTER_DELAY || this == ONCE;
  }
}

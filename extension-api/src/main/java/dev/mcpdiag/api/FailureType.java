package dev.mcpdiag.api;

import java.util.Locale;

/** What has to change before the call can work: the first question a caller asks. */
public enum FailureType {
  /**
   * Waiting is enough: the same call may work later. For a peer that is down, slow or busy. Not for
   * a failure that merely looks random: a defect is {@link #INTERNAL}. Wait, then try again as
   * {@link Diagnosis#retry} says.
   */
  TRANSIENT,
  /**
   * The input or the settings are wrong: an unknown tool, a bad argument, a wrong address. Not for
   * correct input that the peer's rules refuse: that is {@link #BUSINESS}. Change the input.
   */
  VALIDATION,
  /**
   * Everything works and the answer is no: a quota, a state, a person who declined. Not for missing
   * rights: that is {@link #PERMISSION}. Change the plan, or ask the person who decides.
   */
  BUSINESS,
  /**
   * The caller is not known or may not do this: no token, an expired one, too few rights. Not for a
   * peer that cannot be trusted or reached. Sign in, or ask for the right.
   */
  PERMISSION,
  /**
   * A defect that nobody on the calling side can mend: an exception in a tool, a broken protocol.
   * Not for a peer that is only overloaded: that is {@link #TRANSIENT}. Tell a developer.
   */
  INTERNAL;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value in telemetry and JSON, for example {@code transient}. */
  public String text() {
    return text;
  }
}

package dev.mcpdiag.problem;

/**
 * Something wrong with the agent or its settings, never with the user's call.
 *
 * @param what what happened, one clause without a full stop
 * @param where the option, file, hook or address it happened at
 * @param fix what the reader can do, one clause without a full stop
 */
public record Problem(String what, String where, String fix) {
  /** One sentence for a person: {@code what (where): fix}. */
  public String sentence() {
    return what + " (" + where + "): " + fix;
  }
}

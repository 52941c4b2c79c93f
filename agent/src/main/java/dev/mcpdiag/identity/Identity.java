package dev.mcpdiag.identity;

/**
 * For whom a call is made, in the application's own words: these never leave as they are unless the
 * user says so.
 *
 * @param user "" if not known
 * @param conversation "" if not known
 */
public record Identity(String user, String conversation) {
  /** This one, and the other's words for what it does not know. */
  Identity or(Identity other) {
    return new Identity(
        user.isEmpty() ? other.user : user,
        conversation.isEmpty() ? other.conversation : conversation);
  }
}

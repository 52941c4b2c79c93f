package labapp;

/** Words that may pass between client and authorization server and nowhere else. */
final class Secrets {
  static final String PASSWORD = "canarypassword";

  private Secrets() {}

  /** The secret of a client. */
  static String of(String client) {
    return "canarysecretof" + client;
  }
}

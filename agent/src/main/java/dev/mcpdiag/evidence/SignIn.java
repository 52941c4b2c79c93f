package dev.mcpdiag.evidence;

/** Facts of how the application gets what its requests need: tokens, mostly. */
public final class SignIn {
  private SignIn() {}

  /** Code of the application that prepares a request failed. */
  public static void unprepared(Throwable error, Facts facts) {
    facts.prepared();
    failed(FactKind.REQUEST_UNPREPARED, error, facts);
  }

  /** A request was refused, and the application is asked whether it can help. */
  public static void begun(Facts facts) {
    facts.note(FactKind.OAUTH_FLOW, "begun");
  }

  /** It can, or it cannot. */
  public static void ended(boolean isHealed, Facts facts) {
    facts.note(FactKind.OAUTH_FLOW, isHealed ? "healed" : "given_up");
  }

  /** It failed. */
  public static void failed(Throwable error, Facts facts) {
    failed(FactKind.OAUTH_FLOW, error, facts);
  }

  private static void failed(FactKind kind, Throwable error, Facts facts) {
    String step = SignInStep.of(error);
    if (step != null) {
      facts.note(FactKind.OAUTH_STEP, step);
    }
    ThrowableChain chain = ThrowableChain.ofSignIn(error);
    facts.note(kind, chain.innermost(), chain);
  }
}

package dev.mcpdiag.evidence;

/** Facts of how the application gets what its requests need: tokens, mostly. */
public final class SignIn {
  /** Waits for the application, or for the user who signs in. */
  public static final String SIGN_IN = "sign_in";

  /** The same by a blocking library, on a thread of its own. */
  public static final String SIGN_IN_ELSEWHERE = "sign_in_elsewhere";

  /** Waits for the authorization server's answer. */
  public static final String TOKEN_REQUEST = "token_request";

  private SignIn() {}

  /** That step failed; why, whoever prepares the request will say. */
  public static void stepFailed(Facts facts) {
    facts.note(FactKind.OAUTH_STEP, FactValue.TOKEN);
  }

  /** Code of the application that prepares a request failed. */
  public static void unprepared(Throwable error, Facts facts) {
    facts.prepared();
    failed(FactKind.REQUEST_UNPREPARED, error, facts);
  }

  /**
   * A library for signing in begins this step, for a request that is being prepared.
   *
   * @return to be run when the step is done; never where it is given up
   */
  public static Runnable step(String begun, Facts facts) {
    Preparation preparation = facts.preparation();
    if (preparation == null) {
      return () -> {};
    }
    String before = preparation.at(begun);
    return () -> preparation.at(before);
  }

  /** A request was refused, and the application is asked whether it can help. */
  public static void begun(Facts facts) {
    facts.note(FactKind.OAUTH_FLOW, FactValue.BEGUN);
  }

  /** It can, or it cannot. */
  public static void ended(boolean isHealed, Facts facts) {
    facts.note(FactKind.OAUTH_FLOW, isHealed ? FactValue.HEALED : FactValue.GIVEN_UP);
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

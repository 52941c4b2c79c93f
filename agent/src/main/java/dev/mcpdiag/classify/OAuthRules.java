package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_REQUEST;
import static dev.mcpdiag.evidence.FactKind.OAUTH_FLOW;
import static dev.mcpdiag.evidence.FactKind.OAUTH_STEP;
import static dev.mcpdiag.evidence.FactKind.REQUEST_PREPARING;
import static dev.mcpdiag.evidence.FactKind.REQUEST_UNPREPARED;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins that fail before a request leaves, or after one was refused
 * (design/taxonomy.md#authorization, design/taxonomy.md#authentication-and-authorization). The
 * server is not to blame then: nobody asked it, or it only wanted a token.
 */
final class OAuthRules {
  static final String ISSUER_MISMATCH = "issuer_mismatch";

  /** Exceptions that are about a sign-in wherever they appear. */
  private static final List<String> TYPES =
      List.of(
          "org.springframework.security.oauth2.core.OAuth2AuthorizationException",
          "org.springframework.security.oauth2.core.OAuth2AuthenticationException",
          "com.nimbusds.oauth2.sdk.GeneralException",
          "com.microsoft.aad.msal4j.MsalException",
          "com.google.auth.oauth2.GoogleAuthException",
          "com.google.api.client.auth.oauth2.TokenResponseException");

  private OAuthRules() {}

  static @Nullable Verdict judge(Case failed) {
    if (failed.side() != Side.CLIENT
        || failed.isAnswering()
        || failed.ending() != Case.Ending.THROWN) {
      return null;
    }
    if (isSentToUser(failed)) {
      return null;
    }
    Verdict verdict = byFailure(failed, failed.callFacts());
    if (verdict == null && failed.isTimedOut()) {
      verdict = byWaiting(failed, failed.callFacts());
    }
    if (verdict == null && failed.transport() == Transport.SSE) {
      verdict = ofStream(failed);
    }
    return verdict == null ? null : verdict.in(Phase.OAUTH);
  }

  /**
   * The sign-in for a refused request only found that the user has to sign in again: then the
   * refusal says more, a token that is no longer good or the scopes that are missing.
   */
  private static boolean isSentToUser(Case failed) {
    Noted flow = failed.facts().newest(OAUTH_FLOW);
    boolean isOfToken = failed.facts().credentialsSent() && failed.httpStatus() != null;
    return isOfToken
        && flow != null
        && flow.chain() != null
        && flow.chain().has(SignInFailure.REQUIRED);
  }

  /** The SSE transport signs in for its stream, and every call waits for that. */
  private static @Nullable Verdict ofStream(Case failed) {
    Verdict verdict = byFailure(failed, failed.connectionFacts());
    if (verdict == null && failed.isTimedOut()) {
      verdict = byWaiting(failed, failed.connectionFacts());
    }
    return verdict == null || verdict.confidence() == Confidence.LOW
        ? verdict
        : verdict.sure(Confidence.MEDIUM);
  }

  /** What the application's code for signing in threw. */
  private static @Nullable Verdict byFailure(Case failed, List<Noted> facts) {
    Noted broken = broken(facts);
    ThrowableChain chain = broken == null ? failed.chain() : broken.chain();
    String step = new CallFacts(facts).value(OAUTH_STEP);
    if (chain == null || (broken == null && !isAboutSignIn(chain))) {
      return null;
    }
    if (broken != null && failed.isTimedOut() && isInterrupted(chain)) {
      return FactValue.TOKEN.equals(step)
          ? unanswered(
                  "who fetches a token was interrupted while it waited",
                  TimeoutRules.age(broken, failed))
              .sure(Confidence.MEDIUM)
          : null;
    }
    boolean isFlow = broken != null && broken.kind() == OAUTH_FLOW;
    boolean isCertain = isFlow || step != null || isAboutSignIn(chain);
    return new SignInFailure(chain, step, isFlow, isCertain).verdict();
  }

  /** By whoever gave the call up: what was thrown then says nothing of its own. */
  private static boolean isInterrupted(ThrowableChain chain) {
    return chain.has("java.lang.InterruptedException")
        || chain.has("java.nio.channels.ClosedByInterruptException")
        || chain.any(link -> link.type().equals("java.io.InterruptedIOException"));
  }

  private static boolean isAboutSignIn(ThrowableChain chain) {
    for (String type : TYPES) {
      if (chain.has(type)) {
        return true;
      }
    }
    return false;
  }

  /** The failure of that code, unless a request left after it. */
  private static @Nullable Noted broken(List<Noted> facts) {
    for (int i = facts.size() - 1; i >= 0; i--) {
      Noted fact = facts.get(i);
      boolean isBroken = fact.kind() == REQUEST_UNPREPARED || fact.kind() == OAUTH_FLOW;
      if (isBroken || fact.kind() == HTTP_REQUEST) {
        return fact.chain() == null ? null : fact;
      }
    }
    return null;
  }

  /** Nothing was thrown: the SDK's timer was faster than the application's code. */
  private static @Nullable Verdict byWaiting(Case failed, List<Noted> facts) {
    CallFacts seen = new CallFacts(facts);
    Noted flow = seen.openSignIn();
    if (flow != null) {
      return Verdict.of(
          Codes.OAUTH_TIMEOUT,
          Origin.USER,
          "oauth-flow-open",
          "the sign-in that a refused request had begun was still open"
              + TimeoutRules.age(flow, failed));
    }
    Noted preparing = seen.newest(REQUEST_PREPARING);
    return preparing == null ? null : byThread(preparing.value(), preparing, failed);
  }

  private static @Nullable Verdict byThread(String at, Noted since, Case failed) {
    String age = TimeoutRules.age(since, failed);
    return switch (at) {
      case "token_request" ->
          unanswered("who fetches a token waited for its answer", age).sure(Confidence.MEDIUM);
      case "http_request" ->
          unanswered("the code that prepares the request waited for another service", age)
              .sure(Confidence.LOW);
      case "sign_in" ->
          Verdict.of(
                  Codes.OAUTH_TIMEOUT,
                  Origin.USER,
                  "oauth-thread",
                  "who signs in before the request had not come back" + age)
              .sure(Confidence.MEDIUM);
      default -> null;
    };
  }

  private static Verdict unanswered(String because, String age) {
    return Verdict.of(
            Codes.AUTH_SERVER_UNAVAILABLE, Origin.AUTH_SERVER, "oauth-thread", because + age)
        .reason("timeout");
  }
}

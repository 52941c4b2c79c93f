package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.OAuthError;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a throwable of a sign-in means: the code of the authorization server first, then its status,
 * then what happened on the way to it, and words last.
 *
 * @param step what the sign-in was at: registration, metadata, token, or null
 * @param isFlow whether the sign-in was begun because a request was refused
 * @param isCertain whether it is known to be a sign-in: only its place says so of the code that an
 *     application has in its request customizer
 */
record SignInFailure(
    ThrowableChain chain, @Nullable String step, boolean isFlow, boolean isCertain) {

  /** Nobody signed in yet, or has to do it again; one of Spring Security. */
  static final String REQUIRED =
      "org.springframework.security.oauth2.client.ClientAuthorizationRequiredException";

  /** What is called the answer of a token endpoint that nobody can read. */
  private static final String NO_TOKEN = "invalid_token_response";

  /** Codes that say: come back later. */
  private static final Set<String> ILL =
      Set.of("server_error", "temporarily_unavailable", "throttled_request", "http_timeout");

  /** The same as a library calls them, and as everybody else does. */
  private static final Map<String, String> OWN_NAMES =
      Map.of("throttled_request", "rate_limited", "http_timeout", "timeout");

  /** The user did not enter the code of a device in time. */
  private static final Set<String> TOO_LATE = Set.of("expired_token", "code_expired");

  /** Codes that clients put there themselves, around the cause. */
  private static final Set<String> WRAPPERS = Set.of(NO_TOKEN, "server_error");

  /** Codes with a reason of another name; of RFC 7591 where they come from registration alone. */
  private static final Map<String, String> REASONS =
      Map.of(
          "invalid_redirect_uri", "registration_failed",
          "invalid_client_metadata", "registration_failed",
          "invalid_software_statement", "registration_failed",
          "unapproved_software_statement", "registration_failed",
          "redirect_uri_mismatch", "redirect_mismatch",
          "invalid_json", NO_TOKEN,
          "invalid_state_parameter", "state_mismatch",
          "authorization_request_not_found", "state_mismatch");

  /** What went wrong on the way. */
  private static final Set<String> TIMERS =
      Set.of(
          "java.net.http.HttpTimeoutException",
          "java.net.SocketTimeoutException",
          "io.netty.handler.timeout.TimeoutException");

  private static final int UNAUTHORIZED = 401;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int ILL_FROM = 500;

  /** Null where nothing says that this was a sign-in at all. */
  @Nullable Verdict verdict() {
    if (chain.has(REQUIRED)) {
      return required();
    }
    if (isOtherIssuer()) {
      return refused("oauth-issuer", "the issuer is not the one that was asked")
          .reason(OAuthRules.ISSUER_MISMATCH)
          .sure(Confidence.MEDIUM);
    }
    String code = code();
    if (!code.isEmpty() && !WRAPPERS.contains(code)) {
      return byCode(code);
    }
    Verdict deeper = byStatus();
    deeper = deeper == null ? byWay() : deeper;
    if (deeper != null) {
      return deeper;
    }
    return code.isEmpty() ? byWords() : byCode(code);
  }

  private Verdict required() {
    return Verdict.of(
        Codes.AUTH_REQUIRED,
        Origin.LOCAL,
        "oauth-required",
        isFlow
            ? "the request was refused, and the user has to sign in first"
            : "the user has not signed in yet, so no request left");
  }

  /** The innermost code: what stands around it are wrappers. */
  private String code() {
    String outermost = "";
    List<ThrowableChain.Link> links = chain.links();
    for (int i = links.size() - 1; i >= 0; i--) {
      String detail = links.get(i).detail();
      if (detail.startsWith(OAuthError.PREFIX)) {
        String code = detail.substring(OAuthError.PREFIX.length());
        if (!WRAPPERS.contains(code)) {
          return code;
        }
        outermost = code;
      }
    }
    return outermost;
  }

  private Verdict byCode(String code) {
    String because = "the authorization server answered " + code;
    if (code.equals("access_denied")) {
      return Verdict.of(Codes.OAUTH_CANCELLED, Origin.USER, "oauth-denied", because);
    }
    if (TOO_LATE.contains(code)) {
      return Verdict.of(Codes.OAUTH_TIMEOUT, Origin.USER, "oauth-device", because);
    }
    if (code.equals("cache_miss")) {
      return required();
    }
    if (ILL.contains(code)) {
      return unavailable("oauth-error", because, OWN_NAMES.getOrDefault(code, code));
    }
    String reason = "registration".equals(step) ? "registration_failed" : REASONS.get(code);
    return refused("oauth-error", because).reason(reason == null ? code : reason);
  }

  private @Nullable Verdict byStatus() {
    for (ThrowableChain.Link link : chain.links()) {
      if (link.detail().startsWith(OAuthError.STATUS)) {
        int status = Integer.parseInt(link.detail().substring(OAuthError.STATUS.length()));
        return sure(byStatus(status, "the authorization server answered HTTP " + status));
      }
    }
    return null;
  }

  private Verdict byStatus(int status, String because) {
    if (status >= ILL_FROM || status == TIMEOUT) {
      return unavailable("oauth-status", because, "server_unavailable");
    }
    if (status == TOO_MANY) {
      return unavailable("oauth-status", because, "rate_limited");
    }
    // The one refusal that a token endpoint may answer with 401 (RFC 6749, 5.2).
    boolean isOfClient = status == UNAUTHORIZED && "token".equals(step);
    String reason = isOfClient ? "invalid_client" : reasonOfStep();
    return refused("oauth-status", because).reason(reason == null ? "http_" + status : reason);
  }

  /** Names, sockets, TLS, timers: any code of the network, on the way to this server. */
  private @Nullable Verdict byWay() {
    Verdict network = NetworkRules.judge(chain, false, false);
    if (network != null) {
      String name = network.code().substring("MCP_".length()).toLowerCase(Locale.ROOT);
      return sure(
          unavailable(
              "oauth-" + network.rule(),
              network.because() + ", on the way to the authorization server",
              name));
    }
    for (String timer : TIMERS) {
      if (chain.has(timer)) {
        return sure(
            unavailable("oauth-timer", "the authorization server did not answer", "timeout"));
      }
    }
    return chain.has("java.util.concurrent.TimeoutException") ? byOwnTimer() : null;
  }

  private Verdict byOwnTimer() {
    return isFlow
        ? Verdict.of(
            Codes.OAUTH_TIMEOUT,
            Origin.USER,
            "oauth-own-timer",
            "the application stopped waiting for the sign-in")
        : unavailable("oauth-own-timer", "the application stopped waiting for a token", "timeout")
            .sure(Confidence.LOW);
  }

  /** Texts of Spring and Nimbus about metadata or an answer of another issuer. */
  private boolean isOtherIssuer() {
    return chain.any(
        link -> {
          String text = link.message().toLowerCase(Locale.ROOT);
          return text.contains("issuer") && (text.contains("match") || text.contains("unexpected"));
        });
  }

  private @Nullable Verdict byWords() {
    for (ThrowableChain.Link link : chain.links()) {
      String word = OAuthError.inWords(link.message());
      if (!word.isEmpty()) {
        return byCode(word).because("a message in the causes says " + word).sure(Confidence.LOW);
      }
    }
    if (!isCertain) {
      return null;
    }
    Verdict failed =
        refused(
            "oauth-threw",
            "the sign-in threw " + NetworkRules.simple(chain.innermost()) + " and said no code");
    return failed.reason(reasonOfStep()).sure(Confidence.MEDIUM);
  }

  /** What failed where only the place is known; null for the token. */
  private @Nullable String reasonOfStep() {
    if ("registration".equals(step)) {
      return "registration_failed";
    }
    if ("metadata".equals(step)) {
      return "metadata_invalid";
    }
    return chain.has("com.nimbusds.oauth2.sdk.ParseException") ? NO_TOKEN : null;
  }

  private Verdict sure(Verdict verdict) {
    return isCertain ? verdict : verdict.sure(Confidence.MEDIUM);
  }

  private static Verdict refused(String rule, String because) {
    return Verdict.of(Codes.OAUTH_FAILED, Origin.AUTH_SERVER, rule, because);
  }

  private static Verdict unavailable(String rule, String because, String reason) {
    return Verdict.of(Codes.AUTH_SERVER_UNAVAILABLE, Origin.AUTH_SERVER, rule, because)
        .reason(reason);
  }
}

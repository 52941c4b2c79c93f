package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.CallFacts;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.redact.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * What the status and headers of an HTTP answer mean (design/taxonomy.md#streamable-http,
 * design/taxonomy.md#ambiguous-evidence).
 */
final class HttpRules {
  private final CallFacts facts;
  private final String where;

  private HttpRules(CallFacts facts, String where) {
    this.facts = facts;
    this.where = where;
  }

  /**
   * Judges the newest answer among these facts.
   *
   * @param where ends the sentence: {@code on this request}
   * @return null where no answer came or its status says nothing bad
   */
  static @Nullable Verdict judge(CallFacts facts, String where) {
    Integer status = facts.httpStatus();
    return status == null ? null : new HttpRules(facts, where).byStatus(status);
  }

  private @Nullable Verdict byStatus(int status) {
    return switch (status) {
      case 400 -> badRequest();
      case 401 -> unauthorized();
      case 403 -> forbidden();
      case 404 -> notFound();
      case 405, 410 -> verdict(Codes.ENDPOINT_NOT_FOUND, Origin.PEER, "http-" + status, status);
      case 406, 415 -> verdict(Codes.UNEXPECTED_RESPONSE, Origin.PEER, "http-" + status, status);
      case 407 -> verdict(Codes.PROXY_AUTH_REQUIRED, Origin.PROXY, "http-407", status);
      case 409 -> verdict(Codes.SESSION_CONFLICT, Origin.PEER, "http-409", status);
      case 413 -> verdict(Codes.PAYLOAD_TOO_LARGE, Origin.PEER, "http-413", status);
      case 421 -> verdict(Codes.HOST_REJECTED, Origin.PEER, "http-421", status);
      case 429 ->
          verdict(Codes.RATE_LIMITED, Origin.PEER, "http-429", status)
              .reason("rate")
              .after(facts.retryAfter());
      case 451 -> verdict(Codes.BLOCKED_BY_PROXY, Origin.PROXY, "http-451", status);
      default -> byClass(status);
    };
  }

  private @Nullable Verdict byClass(int status) {
    if (status >= 500) {
      return unavailable(status);
    }
    if (status >= 400) {
      return verdict(Codes.INVALID_REQUEST, Origin.PEER, "http-4xx", status)
          .sure(Confidence.MEDIUM);
    }
    return status >= 300 ? redirect(status) : null;
  }

  private Verdict unauthorized() {
    if (!facts.credentialsSent()) {
      if (facts.isHealedBySignIn()) {
        // SDK 2.0 prepares a request once, before the sign-in that it was refused for
        return verdict(Codes.AUTH_REQUIRED, Origin.PEER, "http-401-resent", 401)
            .because("HTTP 401 " + where + ", sent again without credentials after a sign-in")
            .reason("resent_unchanged");
      }
      return verdict(Codes.AUTH_REQUIRED, Origin.PEER, "http-401-no-credentials", 401)
          .because("HTTP 401 " + where + ", which carried no credentials");
    }
    Challenge challenge = facts.challenge();
    String about = challenge == null ? null : challenge.about();
    return verdict(Codes.TOKEN_INVALID, Origin.PEER, "http-401-credentials", 401)
        .because("HTTP 401 " + where + ", which carried credentials")
        .reason(about != null || challenge == null ? about : challenge.error());
  }

  private Verdict forbidden() {
    Challenge challenge = facts.challenge();
    String media = facts.mediaType();
    if (challenge != null && "insufficient_scope".equals(challenge.error())) {
      return verdict(Codes.SCOPE_INSUFFICIENT, Origin.PEER, "http-403-scope", 403)
          .scopes(challenge.scope());
    }
    if (facts.isRefusedFor(FactValue.ORIGIN)) {
      return verdict(Codes.HOST_REJECTED, Origin.PEER, "http-403-origin", 403);
    }
    if (media != null && media.endsWith("json")) {
      return verdict(Codes.PERMISSION_DENIED, Origin.PEER, "http-403-json", 403)
          .reason("server_policy");
    }
    if (challenge == null && (facts.isHtml() || facts.hasIntermediary())) {
      return verdict(Codes.BLOCKED_BY_PROXY, Origin.PROXY, "http-403-intermediary", 403)
          .because("HTTP 403 " + where + " with the signs of an intermediary");
    }
    return verdict(Codes.PERMISSION_DENIED, Origin.PEER, "http-403", 403).sure(Confidence.LOW);
  }

  private Verdict notFound() {
    return facts.sessionSent()
        ? verdict(Codes.SESSION_EXPIRED, Origin.PEER, "http-404-session", 404)
            .because("HTTP 404 " + where + ", which named a session")
        : verdict(Codes.ENDPOINT_NOT_FOUND, Origin.PEER, "http-404", 404);
  }

  private Verdict badRequest() {
    if (facts.sessionSent() && facts.isRefusedFor(FactValue.SESSION)) {
      return verdict(Codes.SESSION_EXPIRED, Origin.PEER, "http-400-session", 400);
    }
    return !facts.sessionSent() && facts.isHtml()
        ? verdict(Codes.UNEXPECTED_RESPONSE, Origin.PEER, "http-400-html", 400)
        : verdict(Codes.INVALID_REQUEST, Origin.PEER, "http-400", 400);
  }

  private Verdict unavailable(int status) {
    if (status == 503 && facts.has(FactKind.HTTP_RATE_LIMIT)) {
      return verdict(Codes.RATE_LIMITED, Origin.PEER, "http-503-rate-limit", status)
          .reason("quota")
          .after(facts.retryAfter());
    }
    return verdict(Codes.SERVER_UNAVAILABLE, Origin.PEER, "http-5xx", status)
        .after(facts.retryAfter());
  }

  private Verdict redirect(int status) {
    boolean isElsewhere = facts.isRedirectedElsewhere();
    return isElsewhere
        ? verdict(Codes.BLOCKED_BY_PROXY, Origin.PROXY, "http-redirect-host", status)
            .reason("redirect")
        : verdict(Codes.UNEXPECTED_RESPONSE, Origin.PEER, "http-redirect", status)
            .reason("redirect");
  }

  private Verdict verdict(String code, Origin origin, String rule, int status) {
    return Verdict.of(code, origin, rule, "HTTP " + status + " " + where);
  }
}

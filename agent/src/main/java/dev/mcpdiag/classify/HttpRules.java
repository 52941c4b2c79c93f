package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.HTTP_BODY;
import static dev.mcpdiag.evidence.FactKind.HTTP_CHALLENGE;
import static dev.mcpdiag.evidence.FactKind.HTTP_CREDENTIALS;
import static dev.mcpdiag.evidence.FactKind.HTTP_INTERMEDIARY;
import static dev.mcpdiag.evidence.FactKind.HTTP_MEDIA_TYPE;
import static dev.mcpdiag.evidence.FactKind.HTTP_RATE_LIMIT;
import static dev.mcpdiag.evidence.FactKind.HTTP_REDIRECT;
import static dev.mcpdiag.evidence.FactKind.HTTP_RETRY_AFTER;
import static dev.mcpdiag.evidence.FactKind.HTTP_SESSION;
import static dev.mcpdiag.evidence.FactKind.HTTP_STATUS;
import static dev.mcpdiag.evidence.FactKind.OAUTH_FLOW;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the status and headers of an HTTP answer mean (design/taxonomy.md#streamable-http,
 * design/taxonomy.md#ambiguous-evidence).
 */
final class HttpRules {
  private final List<Noted> facts;
  private final String where;

  private HttpRules(List<Noted> facts, String where) {
    this.facts = facts;
    this.where = where;
  }

  /**
   * Judges the newest answer among these facts.
   *
   * @param where ends the sentence: {@code on this request}
   * @return null where no answer came or its status says nothing bad
   */
  static @Nullable Verdict judge(List<Noted> facts, String where) {
    String status = Facts.valueIn(facts, HTTP_STATUS);
    return status == null ? null : new HttpRules(facts, where).byStatus(Integer.parseInt(status));
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
              .after(retryAfter());
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
    String challenge = value(HTTP_CHALLENGE);
    if (!"sent".equals(value(HTTP_CREDENTIALS))) {
      if ("healed".equals(value(OAUTH_FLOW))) {
        // SDK 2.0 prepares a request once, before the sign-in that it was refused for
        return verdict(Codes.AUTH_REQUIRED, Origin.PEER, "http-401-resent", 401)
            .because("HTTP 401 " + where + ", sent again without credentials after a sign-in")
            .reason("resent_unchanged");
      }
      return verdict(Codes.AUTH_REQUIRED, Origin.PEER, "http-401-no-credentials", 401)
          .because("HTTP 401 " + where + ", which carried no credentials");
    }
    String about = Challenge.about(challenge);
    return verdict(Codes.TOKEN_INVALID, Origin.PEER, "http-401-credentials", 401)
        .because("HTTP 401 " + where + ", which carried credentials")
        .reason(about == null ? Challenge.error(challenge) : about);
  }

  private Verdict forbidden() {
    String challenge = value(HTTP_CHALLENGE);
    String media = value(HTTP_MEDIA_TYPE);
    if ("insufficient_scope".equals(Challenge.error(challenge))) {
      return verdict(Codes.SCOPE_INSUFFICIENT, Origin.PEER, "http-403-scope", 403)
          .scopes(Challenge.scope(challenge));
    }
    if ("origin".equals(value(HTTP_BODY))) {
      return verdict(Codes.HOST_REJECTED, Origin.PEER, "http-403-origin", 403);
    }
    if (media != null && media.endsWith("json")) {
      return verdict(Codes.PERMISSION_DENIED, Origin.PEER, "http-403-json", 403)
          .reason("server_policy");
    }
    if (challenge == null && ("text/html".equals(media) || value(HTTP_INTERMEDIARY) != null)) {
      return verdict(Codes.BLOCKED_BY_PROXY, Origin.PROXY, "http-403-intermediary", 403)
          .because("HTTP 403 " + where + " with the signs of an intermediary");
    }
    return verdict(Codes.PERMISSION_DENIED, Origin.PEER, "http-403", 403).sure(Confidence.LOW);
  }

  private Verdict notFound() {
    return hasSession()
        ? verdict(Codes.SESSION_EXPIRED, Origin.PEER, "http-404-session", 404)
            .because("HTTP 404 " + where + ", which named a session")
        : verdict(Codes.ENDPOINT_NOT_FOUND, Origin.PEER, "http-404", 404);
  }

  private Verdict badRequest() {
    if (hasSession() && "session".equals(value(HTTP_BODY))) {
      return verdict(Codes.SESSION_EXPIRED, Origin.PEER, "http-400-session", 400);
    }
    return !hasSession() && "text/html".equals(value(HTTP_MEDIA_TYPE))
        ? verdict(Codes.UNEXPECTED_RESPONSE, Origin.PEER, "http-400-html", 400)
        : verdict(Codes.INVALID_REQUEST, Origin.PEER, "http-400", 400);
  }

  private Verdict unavailable(int status) {
    if (status == 503 && value(HTTP_RATE_LIMIT) != null) {
      return verdict(Codes.RATE_LIMITED, Origin.PEER, "http-503-rate-limit", status)
          .reason("quota")
          .after(retryAfter());
    }
    return verdict(Codes.SERVER_UNAVAILABLE, Origin.PEER, "http-5xx", status).after(retryAfter());
  }

  private Verdict redirect(int status) {
    boolean isElsewhere = "other_host".equals(value(HTTP_REDIRECT));
    return isElsewhere
        ? verdict(Codes.BLOCKED_BY_PROXY, Origin.PROXY, "http-redirect-host", status)
            .reason("redirect")
        : verdict(Codes.UNEXPECTED_RESPONSE, Origin.PEER, "http-redirect", status)
            .reason("redirect");
  }

  private Verdict verdict(String code, Origin origin, String rule, int status) {
    return Verdict.of(code, origin, rule, "HTTP " + status + " " + where);
  }

  private boolean hasSession() {
    return "sent".equals(value(HTTP_SESSION));
  }

  private @Nullable Duration retryAfter() {
    String millis = value(HTTP_RETRY_AFTER);
    return millis == null ? null : Duration.ofMillis(Long.parseLong(millis));
  }

  private @Nullable String value(FactKind kind) {
    return Facts.valueIn(facts, kind);
  }
}

package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The error code of an authorization server in what a throwable says of itself. Only the codes that
 * a specification knows: whatever else stands there may be anybody's text.
 */
public final class OAuthError {
  /** What a code is called in {@link ThrowableChain.Link#detail}. */
  public static final String PREFIX = "oauth_";

  /** What a status without a code is called there: {@code answer_503}. */
  public static final String STATUS = "answer_";

  /**
   * RFC 6749, 6750, 7591, 8628, 8707, 9126, 9396 and 9449, OpenID Connect, and what the libraries
   * of Spring and Microsoft add to that for themselves.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "unsupported_response_type",
          "invalid_scope",
          "access_denied",
          "server_error",
          "temporarily_unavailable",
          "invalid_token",
          "insufficient_scope",
          "invalid_redirect_uri",
          "invalid_client_metadata",
          "invalid_software_statement",
          "unapproved_software_statement",
          "authorization_pending",
          "slow_down",
          "expired_token",
          "invalid_target",
          "invalid_authorization_details",
          "invalid_dpop_proof",
          "use_dpop_nonce",
          "redirect_uri_mismatch",
          "interaction_required",
          "login_required",
          "consent_required",
          "account_selection_required",
          "client_authorization_required",
          "invalid_token_response",
          "invalid_state_parameter",
          "authorization_request_not_found",
          "cache_miss",
          "code_expired",
          "throttled_request",
          "invalid_json",
          "http_timeout");

  /**
   * An exception with a code.
   *
   * @param status accessors that lead to the HTTP status, for an answer without a code
   */
  private record Row(String type, List<String> accessors, List<String> status) {}

  /**
   * An exception of an HTTP client.
   *
   * @param status accessors that lead to it
   */
  private record Answer(String type, List<String> status, String body) {}

  /** Exceptions that have a code. */
  private static final List<Row> CODES =
      List.of(
          new Row(
              "org.springframework.security.oauth2.core.OAuth2AuthorizationException",
              List.of("getError", "getErrorCode"),
              List.of()),
          new Row(
              "org.springframework.security.oauth2.core.OAuth2AuthenticationException",
              List.of("getError", "getErrorCode"),
              List.of()),
          new Row(
              "com.nimbusds.oauth2.sdk.GeneralException",
              List.of("getErrorObject", "getCode"),
              List.of("getErrorObject", "getHTTPStatusCode")),
          new Row(
              "com.microsoft.aad.msal4j.MsalException",
              List.of("errorCode"),
              List.of("statusCode")),
          new Row(
              "com.google.api.client.auth.oauth2.TokenResponseException",
              List.of("getDetails", "getError"),
              List.of("getStatusCode")),
          // Its accessor is its package's own; its message begins with the code.
          new Row("com.google.auth.oauth2.OAuthException", List.of("getMessage"), List.of()));

  private static final List<String> VALUE_OF_STATUS = List.of("getStatusCode", "value");
  private static final String BODY = "getResponseBodyAsString";

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer(
              "org.springframework.web.client.RestClientResponseException", VALUE_OF_STATUS, BODY),
          new Answer(
              "org.springframework.web.reactive.function.client.WebClientResponseException",
              VALUE_OF_STATUS,
              BODY),
          new Answer(
              "com.google.api.client.http.HttpResponseException",
              List.of("getStatusCode"),
              "getContent"),
          new Answer("feign.FeignException", List.of("status"), "contentUTF8"));

  /** What applications call the body that they put into an exception of their own. */
  private static final List<String> BODIES =
      List.of("getResponseBody", "getResponseBodyAsString", "responseBody", "getBody", "body");

  /** Ways to a code that libraries have which this table does not know; only of known codes. */
  private static final List<List<String>> OWN_CODES =
      List.of(
          List.of("getErrorCode"),
          List.of("errorCode"),
          List.of("getError"),
          List.of("getError", "getErrorCode"),
          List.of("getError", "getErrorString"),
          List.of("getError", "getCode"));

  /** The same to the status of an answer. */
  private static final List<List<String>> OWN_STATUS =
      List.of(
          List.of("getStatusCode"),
          List.of("statusCode"),
          List.of("getHttpStatus"),
          List.of("getResponse", "getCode"));

  private static final int STATUS_DIGITS = 3;
  private static final int MAX_BODY_CHARS = 8 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  private OAuthError() {}

  /** {@code oauth_invalid_grant}, or {@code answer_503} where only that is known, or "". */
  static String of(Throwable throwable, Set<String> types) {
    for (Row row : CODES) {
      if (types.contains(row.type())) {
        String code = named(inWords(Accessors.text(throwable, row.accessors())));
        return code.isEmpty() ? status(Accessors.text(throwable, row.status())) : code;
      }
    }
    for (Answer answer : ANSWERS) {
      if (types.contains(answer.type())) {
        String inBody = inBody(Accessors.text(throwable, List.of(answer.body())));
        return inBody.isEmpty() ? status(Accessors.text(throwable, answer.status())) : inBody;
      }
    }
    return "";
  }

  /** The same for an exception of the application's own, by what its accessors are called. */
  static String ofOwn(Throwable throwable) {
    if (Accessors.isWithout(throwable.getClass())) {
      return "";
    }
    for (List<String> accessors : OWN_CODES) {
      String code = named(Accessors.text(throwable, accessors));
      if (!code.isEmpty()) {
        return code;
      }
    }
    for (String accessor : BODIES) {
      String inBody = inBody(Accessors.text(throwable, List.of(accessor)));
      if (!inBody.isEmpty()) {
        return inBody;
      }
    }
    for (List<String> accessors : OWN_STATUS) {
      String status = status(Accessors.text(throwable, accessors));
      if (!status.isEmpty()) {
        return status;
      }
    }
    return "";
  }

  /** The first known code that stands as a word in a text, "" if there is none. */
  public static String inWords(String text) {
    String word = "";
    int start = -1;
    for (int at = 0; at <= text.length() && word.isEmpty(); at++) {
      boolean isInside = at < text.length() && isWord(text.charAt(at));
      if (isInside && start < 0) {
        start = at;
      } else if (!isInside && start >= 0) {
        word = KNOWN.contains(text.substring(start, at)) ? text.substring(start, at) : "";
        start = -1;
      }
    }
    return word;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  private static String named(String code) {
    return KNOWN.contains(code) ? PREFIX + code : "";
  }

  /** Nothing for what is no status of an answer: some say 0 where there was none. */
  private static String status(String number) {
    return number.length() == STATUS_DIGITS && number.chars().allMatch(Character::isDigit)
        ? STATUS + number
        : "";
  }

  private static String inBody(String body) {
    if (!body.startsWith("{") || body.length() > MAX_BODY_CHARS) {
      return "";
    }
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isError = parser.currentName().equals("error");
        JsonToken value = parser.nextToken();
        if (isError && value == JsonToken.VALUE_STRING) {
          return named(parser.getText());
        }
        parser.skipChildren();
      }
      return "";
    } catch (IOException notJson) {
      return "";
    }
  }
}

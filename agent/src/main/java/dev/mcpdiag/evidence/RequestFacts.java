package dev.mcpdiag.evidence;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Locale;

/** What a request carried; names of headers only, never their values. */
final class RequestFacts {
  /** Where clients put credentials; a cookie is none. */
  private static final String[] CREDENTIALS = {
    "authorization", "x-api-key", "api-key", "apikey", "x-auth-token"
  };

  private RequestFacts() {}

  static void note(HttpRequest request, Facts facts) {
    HttpHeaders headers = request.headers();
    facts.note(FactKind.HTTP_REQUEST, request.method());
    facts.note(FactKind.HTTP_CREDENTIALS, hasCredentials(headers) ? "sent" : "none");
    request
        .bodyPublisher()
        .ifPresent(
            body -> {
              if (body instanceof WatchedBody watched) {
                watched.tell(facts);
              }
            });
    boolean hasSession = headers.firstValue("mcp-session-id").isPresent() || namesSession(request);
    facts.note(FactKind.HTTP_SESSION, hasSession ? "sent" : "none");
  }

  /** The SSE transport names its session in the address that the server told it to post to. */
  private static boolean namesSession(HttpRequest request) {
    String query = request.uri().getRawQuery();
    return query != null
        && request.method().equals("POST")
        && query.toLowerCase(Locale.ROOT).contains("session");
  }

  private static boolean hasCredentials(HttpHeaders headers) {
    for (String name : CREDENTIALS) {
      if (headers.firstValue(name).isPresent()) {
        return true;
      }
    }
    return false;
  }
}

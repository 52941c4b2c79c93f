package dev.mcpdiag.evidence;

import java.net.URI;
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
    note(request.method(), request.uri(), request.headers(), facts);
    request
        .bodyPublisher()
        .ifPresent(
            body -> {
              if (body instanceof WatchedBody watched) {
                watched.tell(facts);
              }
            });
  }

  static void note(String method, URI address, HttpHeaders headers, Facts facts) {
    facts.note(FactKind.HTTP_REQUEST, method);
    facts.note(
        FactKind.HTTP_CREDENTIALS, hasCredentials(headers) ? FactValue.SENT : FactValue.NONE);
    boolean hasSession =
        headers.firstValue("mcp-session-id").isPresent() || namesSession(method, address);
    facts.note(FactKind.HTTP_SESSION, hasSession ? FactValue.SENT : FactValue.NONE);
  }

  /** The SSE transport names its session in the address that the server told it to post to. */
  private static boolean namesSession(String method, URI address) {
    String query = address.getRawQuery();
    return query != null
        && method.equals("POST")
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

package dev.mcpdiag.evidence;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** Facts of an exchange that another HTTP client than the JDK's makes. */
public final class HttpFacts {
  private HttpFacts() {}

  /** A request is about to leave. */
  public static void asked(String method, URI address, HttpHeaders headers, Facts facts) {
    RequestFacts.note(method, address, headers, facts);
  }

  /** Whether a connection stands and the body of the request goes over it. */
  public static void sent(Facts facts, boolean isSent) {
    facts.note(FactKind.HTTP_SENT, isSent ? FactValue.YES : FactValue.NO);
  }

  /** Status and headers are there; true for an event stream. */
  public static boolean answered(HttpResponse.ResponseInfo answer, URI address, Facts facts) {
    return AnswerFacts.note(answer, address, facts);
  }

  /** The first characters of a refusal's body; the text itself is not kept. */
  public static void refused(String body, Facts facts) {
    RefusalText.note(body, facts);
  }

  /** The exchange failed. */
  public static void failed(Throwable error, Facts facts) {
    ThrowableChain chain = ThrowableChain.of(error);
    facts.note(FactKind.HTTP_ERROR, chain.innermost(), chain);
  }
}

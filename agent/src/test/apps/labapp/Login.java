package labapp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How an application gets the token for its requests. */
interface Login {
  /** Before each request; adds what the server wants to see. */
  void prepare(HttpRequest.Builder request) throws Exception;

  /** In place of that: what a library gives the SDK as a customizer of requests, null for none. */
  default Object customizer() {
    return null;
  }

  /** The same for a WebClient: a filter. */
  default Object filter() {
    return null;
  }

  /** A request was refused with 401 or 403: whether it is worth another try. */
  default boolean heal(HttpResponse.ResponseInfo refusal) throws Exception {
    return false;
  }
}

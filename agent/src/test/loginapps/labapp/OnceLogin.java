package labapp;

import java.net.http.HttpRequest;

/** Gets a token once and uses it for ever. */
public final class OnceLogin implements Login {
  private final ManagerLogin manager;
  private String header;

  public OnceLogin(Errand errand) {
    manager = new ManagerLogin(errand);
  }

  @Override
  public synchronized void prepare(HttpRequest.Builder request) {
    if (header == null) {
      manager.prepare(request);
      header =
          request
              .copy()
              .uri(java.net.URI.create("http://unused"))
              .build()
              .headers()
              .firstValue("Authorization")
              .orElseThrow();
    }
    request.setHeader("Authorization", header);
  }
}

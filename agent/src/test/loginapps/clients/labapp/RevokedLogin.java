package labapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Uses a token that was revoked meanwhile. */
public final class RevokedLogin implements Login {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ManagerLogin manager;
  private final String issuer;

  public RevokedLogin(Errand errand) {
    manager = new ManagerLogin(errand);
    issuer = errand.text("issuer", "");
  }

  @Override
  public void prepare(HttpRequest.Builder request) throws IOException, InterruptedException {
    manager.prepare(request);
    String bearer = request.copy().build().headers().firstValue("Authorization").orElseThrow();
    String form =
        "client_id=good&client_secret="
            + Secrets.of("good")
            + "&token="
            + bearer.substring("Bearer ".length());
    HttpRequest revocation =
        HttpRequest.newBuilder(URI.create(issuer + "/oauth2/revoke"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    int status = client.send(revocation, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("not revoked: " + status);
    }
  }
}

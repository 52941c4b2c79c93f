package labapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tokens by a plain POST, as many applications do it, with errors as they come to mind. */
public final class OwnLogin implements Login {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Errand errand;

  public OwnLogin(Errand errand) {
    this.errand = errand;
  }

  @Override
  public void prepare(HttpRequest.Builder request) throws Exception {
    String form =
        "grant_type=client_credentials&scope=mcp.read&client_id=good&client_secret="
            + errand.text("secret", Secrets.of("good"));
    HttpRequest.Builder asking =
        HttpRequest.newBuilder(URI.create(errand.text("issuer", "") + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    for (String millis : errand.all("tokenTimeout")) {
      asking.timeout(Duration.ofMillis(Long.parseLong(millis)));
    }
    HttpResponse<String> answer = sent(asking.build());
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    String token = answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    request.setHeader("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> sent(HttpRequest asking) throws InterruptedException {
    try {
      return client.send(asking, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no token", e);
    }
  }

  private RuntimeException refused(HttpResponse<String> answer) {
    return errand.text("refusal", "").equals("body")
        ? new TokenRefused(answer.statusCode(), answer.body())
        : new IllegalStateException(
            "token endpoint said " + answer.statusCode() + ": " + answer.body());
  }

  /** An exception of the application's own, with the answer in it. */
  public static final class TokenRefused extends RuntimeException {
    private final String body;

    TokenRefused(int status, String body) {
      super("no token, status " + status);
      this.body = body;
    }

    public String getResponseBody() {
      return body;
    }
  }
}

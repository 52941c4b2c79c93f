package labapp;

import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Tokens by Google's library, which has a refresh token of its user. */
public final class GoogleLogin implements Login {
  private final UserCredentials credentials;

  public GoogleLogin(Errand errand) {
    credentials =
        UserCredentials.newBuilder()
            .setClientId("good")
            .setClientSecret(errand.text("secret", Secrets.of("good")))
            .setRefreshToken(errand.text("refreshToken", "canaryrefreshtoken"))
            .setTokenServerUri(URI.create(errand.text("issuer", "") + "/oauth2/token"))
            .build();
  }

  @Override
  public void prepare(HttpRequest.Builder request) {
    try {
      credentials.refreshIfExpired();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    request.setHeader("Authorization", "Bearer " + credentials.getAccessToken().getTokenValue());
  }
}

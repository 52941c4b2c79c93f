package labapp;

import com.google.api.client.auth.oauth2.ClientCredentialsTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;

/** Tokens by Google's older library, for any authorization server. */
public final class GoogleClientLogin implements Login {
  private final Errand errand;

  public GoogleClientLogin(Errand errand) {
    this.errand = errand;
  }

  @Override
  public void prepare(HttpRequest.Builder request) {
    ClientCredentialsTokenRequest asking =
        new ClientCredentialsTokenRequest(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new GenericUrl(errand.text("issuer", "") + "/oauth2/token"));
    asking.setClientAuthentication(
        new ClientParametersAuthentication("good", errand.text("secret", Secrets.of("good"))));
    try {
      request.setHeader("Authorization", "Bearer " + asking.execute().getAccessToken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

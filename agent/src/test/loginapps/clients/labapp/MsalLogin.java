package labapp;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;

/** Tokens by Microsoft's library, at an authority of any kind. */
public final class MsalLogin implements Login {
  private static final Set<String> SCOPES = Set.of("mcp.read");

  private final Errand errand;

  public MsalLogin(Errand errand) {
    this.errand = errand;
  }

  @Override
  public void prepare(HttpRequest.Builder request) throws Exception {
    ConfidentialClientApplication.Builder builder =
        ConfidentialClientApplication.builder(
                "good",
                ClientCredentialFactory.createFromSecret(errand.text("secret", Secrets.of("good"))))
            .validateAuthority(false)
            .instanceDiscovery(false)
            .authority(errand.text("issuer", "") + "/tenant/");
    for (String millis : errand.all("tokenTimeout")) {
      builder.readTimeoutForDefaultHttpClient((int) Long.parseLong(millis));
    }
    ConfidentialClientApplication application = builder.build();
    var result =
        switch (errand.text("asks", "credentials")) {
          case "silently" ->
              application.acquireTokenSilently(SilentParameters.builder(SCOPES).build());
          case "refresh" ->
              application.acquireToken(
                  RefreshTokenParameters.builder(SCOPES, "canaryrefreshtoken").build());
          default -> application.acquireToken(ClientCredentialParameters.builder(SCOPES).build());
        };
    Duration longest = errand.millis("patience", 60_000);
    request.setHeader(
        "Authorization",
        "Bearer "
            + result
                .get(longest.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                .accessToken());
  }
}

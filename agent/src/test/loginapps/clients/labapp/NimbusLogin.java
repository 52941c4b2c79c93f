package labapp;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.net.http.HttpRequest;

/** Tokens by the library of Nimbus. */
public final class NimbusLogin implements Login {
  private final Errand errand;

  public NimbusLogin(Errand errand) {
    this.errand = errand;
  }

  @Override
  public void prepare(HttpRequest.Builder request) throws Exception {
    TokenRequest asking =
        new TokenRequest.Builder(
                URI.create(errand.text("issuer", "") + "/oauth2/token"),
                new ClientSecretPost(
                    new ClientID("good"), new Secret(errand.text("secret", Secrets.of("good")))),
                new ClientCredentialsGrant())
            .scope(new Scope("mcp.read"))
            .build();
    TokenResponse answer;
    try {
      answer = TokenResponse.parse(asking.toHTTPRequest().send());
      if (!answer.indicatesSuccess()) {
        throw new GeneralException(answer.toErrorResponse().getErrorObject());
      }
    } catch (java.io.IOException | GeneralException e) {
      throw new IllegalStateException(e);
    }
    request.setHeader(
        "Authorization",
        "Bearer " + answer.toSuccessResponse().getTokens().getAccessToken().getValue());
  }
}

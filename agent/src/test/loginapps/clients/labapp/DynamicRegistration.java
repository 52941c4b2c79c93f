package labapp;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import java.net.URI;

/** RFC 7591 by the library of Nimbus. */
final class DynamicRegistration {
  private DynamicRegistration() {}

  static void register(String issuer) throws Exception {
    ClientMetadata client = new ClientMetadata();
    client.setRedirectionURI(URI.create("https://lab.example/callback"));
    var request =
        new ClientRegistrationRequest(URI.create(issuer + "/oauth2/register"), client, null);
    ClientRegistrationResponse answer =
        ClientRegistrationResponse.parse(request.toHTTPRequest().send());
    if (!answer.indicatesSuccess()) {
      throw new GeneralException(answer.toErrorResponse().getErrorObject());
    }
  }
}

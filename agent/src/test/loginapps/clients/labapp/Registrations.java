package labapp;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** What the application has registered at the authorization server. */
final class Registrations {
  static final String ID = "lab";
  static final String REDIRECT = "http://127.0.0.1:9/callback";

  private Registrations() {}

  static ClientRegistration of(Errand errand) {
    String issuer = errand.text("issuer", "");
    return ClientRegistration.withRegistrationId(ID)
        .clientId(errand.text("client", "good"))
        .clientSecret(errand.text("secret", Secrets.of(errand.text("client", "good"))))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(
            new AuthorizationGrantType(errand.text("grant", "client_credentials")))
        .redirectUri(REDIRECT)
        .scope(errand.text("scope", "mcp.read"))
        .authorizationUri(issuer + "/oauth2/authorize")
        .tokenUri(issuer + "/oauth2/token")
        .build();
  }

  /** By discovery at the issuer. */
  static ClientRegistration discovered(String issuer) {
    return ClientRegistrations.fromIssuerLocation(issuer).clientId("good").build();
  }

  static OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> credentials(
      Errand errand) {
    var client = new RestClientClientCredentialsTokenResponseClient();
    for (String millis : errand.all("tokenTimeout")) {
      var requests = new JdkClientHttpRequestFactory();
      requests.setReadTimeout(java.time.Duration.ofMillis(Long.parseLong(millis)));
      client.setRestClient(
          RestClient.builder()
              .requestFactory(requests)
              .messageConverters(
                  converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                  })
              .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
              .build());
    }
    return client;
  }
}

package labapp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What Spring Security knows of the application's tokens.
 *
 * @param provider gets new ones
 */
record AuthorizedClients(
    InMemoryClientRegistrationRepository registrations,
    OAuth2AuthorizedClientService service,
    OAuth2AuthorizedClientProvider provider) {
  static final Authentication ADA =
      UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of());

  AuthorizedClients(Errand errand) {
    this(errand, Registrations.of(errand));
  }

  private AuthorizedClients(Errand errand, ClientRegistration registration) {
    this(errand, registration, new InMemoryClientRegistrationRepository(registration));
  }

  private AuthorizedClients(
      Errand errand,
      ClientRegistration registration,
      InMemoryClientRegistrationRepository registrations) {
    this(
        registrations,
        new InMemoryOAuth2AuthorizedClientService(registrations),
        OAuth2AuthorizedClientProviderBuilder.builder()
            .authorizationCode()
            .clientCredentials(
                credentials ->
                    credentials.accessTokenResponseClient(Registrations.credentials(errand)))
            .refreshToken()
            .build());
    for (String refresh : errand.all("refreshToken")) {
      service.saveAuthorizedClient(expired(registration, refresh), ADA);
    }
  }

  /** For use outside of web requests. */
  AuthorizedClientServiceOAuth2AuthorizedClientManager manager() {
    var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, service);
    manager.setAuthorizedClientProvider(provider);
    return manager;
  }

  private static OAuth2AuthorizedClient expired(ClientRegistration registration, String refresh) {
    Instant then = Instant.now().minus(Duration.ofHours(1));
    return new OAuth2AuthorizedClient(
        registration,
        ADA.getName(),
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER, "canaryoldtoken", then, then.plusSeconds(60)),
        new OAuth2RefreshToken(refresh, then));
  }
}

package labapp;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Tokens from Spring Security's authorized-client manager, as applications outside of a request.
 */
public final class ManagerLogin implements Login {
  private static final Authentication ADA =
      UsernamePasswordAuthenticationToken.authenticated("ada", null, java.util.List.of());

  private final OAuth2AuthorizedClientManager manager;

  public ManagerLogin(Errand errand) {
    ClientRegistration registration = Registrations.of(errand);
    var clients = new InMemoryClientRegistrationRepository(registration);
    var service = new InMemoryOAuth2AuthorizedClientService(clients);
    for (String refresh : errand.all("refreshToken")) {
      service.saveAuthorizedClient(expired(registration, refresh), ADA);
    }
    var spring = new AuthorizedClientServiceOAuth2AuthorizedClientManager(clients, service);
    spring.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .authorizationCode()
            .clientCredentials(
                credentials ->
                    credentials.accessTokenResponseClient(Registrations.credentials(errand)))
            .refreshToken()
            .build());
    manager = spring;
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

  @Override
  public void prepare(HttpRequest.Builder request) {
    OAuth2AuthorizedClient client =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(Registrations.ID)
                .principal(ADA)
                .build());
    request.setHeader("Authorization", "Bearer " + client.getAccessToken().getTokenValue());
  }
}

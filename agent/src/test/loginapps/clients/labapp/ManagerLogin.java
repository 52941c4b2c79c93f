package labapp;

import java.net.http.HttpRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServletOAuth2AuthorizedClientExchangeFilterFunction;

/**
 * Tokens from Spring Security's authorized-client manager, as applications outside of a request.
 */
public final class ManagerLogin implements Login {
  private final OAuth2AuthorizedClientManager manager;

  public ManagerLogin(Errand errand) {
    manager = new AuthorizedClients(errand).manager();
  }

  @Override
  public void prepare(HttpRequest.Builder request) {
    OAuth2AuthorizedClient client =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(Registrations.ID)
                .principal(AuthorizedClients.ADA)
                .build());
    request.setHeader("Authorization", "Bearer " + client.getAccessToken().getTokenValue());
  }

  @Override
  public Object filter() {
    var filter = new ServletOAuth2AuthorizedClientExchangeFilterFunction(manager);
    filter.setDefaultClientRegistrationId(Registrations.ID);
    return filter;
  }
}

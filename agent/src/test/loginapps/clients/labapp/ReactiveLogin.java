package labapp;

import io.modelcontextprotocol.client.transport.customizer.McpAsyncHttpClientRequestCustomizer;
import java.net.http.HttpRequest;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import reactor.core.publisher.Mono;

/**
 * Tokens from Spring Security's reactive manager. Where the errand says so it waits for somebody:
 * for the user who has to approve, or for a lock of the application's own.
 */
public final class ReactiveLogin implements Login {
  private final AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager manager;

  public ReactiveLogin(Errand errand) {
    var registrations = new InMemoryReactiveClientRegistrationRepository(Registrations.of(errand));
    manager =
        new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
            registrations, new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
    ReactiveOAuth2AuthorizedClientProvider provider =
        errand.text("waits", "no").equals("yes")
            ? context -> Mono.never()
            : ReactiveOAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build();
    manager.setAuthorizedClientProvider(provider);
  }

  @Override
  public void prepare(HttpRequest.Builder request) {}

  @Override
  public Object customizer() {
    OAuth2AuthorizeRequest asking =
        OAuth2AuthorizeRequest.withClientRegistrationId(Registrations.ID)
            .principal(AuthorizedClients.ADA)
            .build();
    return (McpAsyncHttpClientRequestCustomizer)
        (request, method, endpoint, body, context) ->
            manager
                .authorize(asking)
                .map(
                    client ->
                        request.setHeader(
                            "Authorization", "Bearer " + client.getAccessToken().getTokenValue()));
  }

  @Override
  public Object filter() {
    var filter = new ServerOAuth2AuthorizedClientExchangeFilterFunction(manager);
    filter.setDefaultClientRegistrationId(Registrations.ID);
    return filter;
  }
}

package labapp;

import io.modelcontextprotocol.client.transport.customizer.McpSyncHttpClientRequestCustomizer;
import io.modelcontextprotocol.common.McpTransportContext;
import java.net.http.HttpRequest;
import java.util.Map;
import org.springaicommunity.mcp.security.client.sync.AuthenticationMcpTransportContextProvider;
import org.springaicommunity.mcp.security.client.sync.oauth2.http.client.OAuth2AuthorizationCodeSyncHttpRequestCustomizer;
import org.springaicommunity.mcp.security.client.sync.oauth2.http.client.OAuth2ClientCredentialsSyncHttpRequestCustomizer;
import org.springaicommunity.mcp.security.client.sync.oauth2.webclient.McpOAuth2ClientCredentialsExchangeFilterFunction;
import org.springframework.security.oauth2.client.web.AuthenticatedPrincipalOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tokens by the security module of Spring AI's community: for the application itself, or for the
 * user of a web request, who has signed in before.
 */
public final class ModuleLogin implements Login {
  private final AuthorizedClients clients;
  private final boolean isOfUser;

  public ModuleLogin(Errand errand) {
    clients = new AuthorizedClients(errand);
    isOfUser = errand.text("grant", "").equals("authorization_code");
  }

  @Override
  public void prepare(HttpRequest.Builder request) {}

  @Override
  public Object customizer() {
    return isOfUser
        ? ofUser()
        : new OAuth2ClientCredentialsSyncHttpRequestCustomizer(clients.manager(), Registrations.ID);
  }

  @Override
  public Object filter() {
    return new McpOAuth2ClientCredentialsExchangeFilterFunction(
        clients.manager(), clients.registrations(), Registrations.ID);
  }

  /** As in a web application, where the user's request goes on while the MCP client works. */
  private McpSyncHttpClientRequestCustomizer ofUser() {
    var manager =
        new DefaultOAuth2AuthorizedClientManager(
            clients.registrations(),
            new AuthenticatedPrincipalOAuth2AuthorizedClientRepository(clients.service()));
    manager.setAuthorizedClientProvider(clients.provider());
    var customizer =
        new OAuth2AuthorizationCodeSyncHttpRequestCustomizer(manager, Registrations.ID);
    return (request, method, endpoint, body, context) ->
        WebRequest.serve(
            (asked, answer) ->
                customizer.customize(
                    request,
                    method,
                    endpoint,
                    body,
                    McpTransportContext.create(
                        Map.of(
                            AuthenticationMcpTransportContextProvider.AUTHENTICATION_KEY,
                            AuthorizedClients.ADA,
                            AuthenticationMcpTransportContextProvider.REQUEST_ATTRIBUTES_KEY,
                            new ServletRequestAttributes(asked, answer)))));
  }
}

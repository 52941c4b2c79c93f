package labapp;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/**
 * Sends the user to the authorization server when a request was refused. The user {@code approves},
 * {@code denies} or {@code leaves}.
 */
public final class BrowserLogin implements Login {
  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");
  private static final String VERIFIER = "canaryverifier-0123456789-0123456789-0123456789";

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Errand errand;
  private final ClientRegistration registration;
  private volatile String token;

  public BrowserLogin(Errand errand) {
    this.errand = errand;
    this.registration = Registrations.of(errand);
  }

  @Override
  public void prepare(HttpRequest.Builder request) {
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    }
  }

  @Override
  public boolean heal(HttpResponse.ResponseInfo refusal) throws Exception {
    if (errand.text("user", "").equals("leaves")) {
      new CompletableFuture<String>()
          .get(errand.millis("patience", 60_000).toMillis(), TimeUnit.MILLISECONDS);
    }
    OAuth2AuthorizationRequest request = request();
    var exchange = new OAuth2AuthorizationExchange(request, response(callback(request)));
    var spring =
        new OAuth2AuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient());
    var signedIn =
        (OAuth2AuthorizationCodeAuthenticationToken)
            spring.authenticate(
                new OAuth2AuthorizationCodeAuthenticationToken(registration, exchange));
    token = signedIn.getAccessToken().getTokenValue();
    return true;
  }

  private OAuth2AuthorizationRequest request() throws Exception {
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state("canarystate" + System.nanoTime())
        .attributes(attributes -> attributes.put("code_verifier", VERIFIER))
        .additionalParameters(
            parameters -> {
              parameters.put(
                  "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
              parameters.put("code_challenge_method", "S256");
            })
        .build();
  }

  /** Where the authorization server sends the browser at last. */
  private URI callback(OAuth2AuthorizationRequest request) throws Exception {
    URI page = URI.create(request.getAuthorizationRequestUri());
    post(
        page.resolve("/login"),
        "username=user" + System.nanoTime() + "&password=" + Secrets.PASSWORD);
    HttpResponse<String> consent =
        browser.send(
            HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher state = STATE.matcher(consent.body());
    if (!state.find()) {
      throw new IllegalStateException("no consent page but " + consent);
    }
    String form =
        "client_id=" + encoded(request.getClientId()) + "&state=" + encoded(state.group(1));
    if (errand.text("user", "").equals("approves")) {
      form += "&scope=mcp.read";
    }
    HttpResponse<String> answer = post(page.resolve("/oauth2/authorize"), form);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> post(URI address, String form) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private OAuth2AuthorizationResponse response(URI callback) {
    Map<String, String> query = new HashMap<>();
    for (String pair : callback.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    String code = errand.text("code", query.getOrDefault("code", ""));
    OAuth2AuthorizationResponse.Builder response =
        query.containsKey("error")
            ? OAuth2AuthorizationResponse.error(query.get("error"))
                .errorDescription(query.get("error_description"))
            : OAuth2AuthorizationResponse.success(code);
    return response.redirectUri(registration.getRedirectUri()).state(query.get("state")).build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package labapp;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

/** Clients, users, keys and rights: Spring's authorization server and its resource server. */
@Configuration
@EnableWebSecurity
class AuthorizationServer {
  static final String AUDIENCE = "lab-mcp";

  /** What the specification wants of a server whose caller needs more (step-up). */
  private static final String STEP_UP =
      "Bearer error=\"insufficient_scope\", scope=\"mcp.read mcp.write\","
          + " error_description=\"more is needed\"";

  private final RSAKey key = key();

  @Bean
  @Order(1)
  SecurityFilterChain logins(HttpSecurity http) throws Exception {
    var server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, Customizer.withDefaults())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.securityMatcher("/login")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .formLogin(Customizer.withDefaults())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  /** Asks the authorization server about each token, which may be revoked. */
  @Bean
  @Order(3)
  SecurityFilterChain revocable(HttpSecurity http) throws Exception {
    return http.securityMatcher("/revocable/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            resources -> resources.authenticationManagerResolver(AuthorizationServer::asking))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  private static AuthenticationManager asking(HttpServletRequest request) {
    var introspector =
        SpringOpaqueTokenIntrospector.withIntrospectionUri(
                "http://127.0.0.1:" + request.getLocalPort() + "/oauth2/introspect")
            .clientId("good")
            .clientSecret(Secrets.of("good"))
            .build();
    return new OpaqueTokenAuthenticationProvider(introspector)::authenticate;
  }

  @Bean
  @Order(4)
  SecurityFilterChain resources(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/step-up/**", "/plain/**")
                    .hasAuthority("SCOPE_mcp.write")
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            resources ->
                resources
                    .jwt(jwt -> jwt.decoder(decoder()))
                    .accessDeniedHandler(AuthorizationServer::denied))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  private static void denied(
      HttpServletRequest request,
      jakarta.servlet.http.HttpServletResponse response,
      org.springframework.security.access.AccessDeniedException denial)
      throws java.io.IOException {
    if (request.getRequestURI().startsWith("/step-up/")) {
      response.addHeader("WWW-Authenticate", STEP_UP);
      response.setStatus(403);
      return;
    }
    var stock =
        new org.springframework.security.oauth2.server.resource.web.access
            .BearerTokenAccessDeniedHandler();
    stock.handle(request, response, denial);
  }

  private NimbusJwtDecoder decoder() {
    try {
      NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(Duration.ZERO),
              new JwtClaimValidator<List<String>>(
                  "aud", audience -> audience != null && audience.contains(AUDIENCE))));
      return decoder;
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> audiences() {
    return token ->
        token
            .getClaims()
            .audience(
                List.of(
                    token.getRegisteredClient().getClientId().equals("elsewhere")
                        ? "another-server"
                        : AUDIENCE));
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        client("good", Duration.ofMinutes(5)),
        client("elsewhere", Duration.ofMinutes(5)),
        client("brief", Duration.ofSeconds(1)));
  }

  private static RegisteredClient client(String id, Duration life) {
    return RegisteredClient.withId(UUID.randomUUID().toString())
        .clientId(id)
        .clientSecret("{noop}" + Secrets.of(id))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(Registrations.REDIRECT)
        .scope("mcp.read")
        .clientSettings(ClientSettings.builder().requireAuthorizationConsent(true).build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(life).build())
        .build();
  }

  /** Everybody: who consented once is not asked again. */
  @Bean
  UserDetailsService users() {
    return name ->
        User.withUsername(name).password("{noop}" + Secrets.PASSWORD).roles("USER").build();
  }

  /** Not where it can be found: whoever reads its metadata has to notice. */
  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().issuer("http://issuer.example").build();
  }

  private static RSAKey key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey((RSAPrivateKey) pair.getPrivate())
          .keyID("lab")
          .build();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

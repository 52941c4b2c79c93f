package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Role;
import dev.mcpdiag.example.server.Servers;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Function;

/**
 * A server at a URL.
 *
 * @param path where the MCP endpoint is said to be
 * @param token sent as a bearer token, none if empty
 * @param trusting whether the gallery's own certificate authority is trusted
 * @param connectTimeout for the TCP connection and the TLS handshake together
 */
record Http(
    Function<Servers, String> url,
    String path,
    String token,
    boolean trusting,
    Duration connectTimeout)
    implements Destination {
  static Http at(Role role, String door) {
    return at(servers -> servers.address(role, door).toString());
  }

  static Http at(String url) {
    return at(servers -> url);
  }

  private static Http at(Function<Servers, String> url) {
    return new Http(url, "/mcp", "", false, Duration.ofSeconds(15));
  }

  Http path(String path) {
    return new Http(url, path, token, trusting, connectTimeout);
  }

  Http token(String token) {
    return new Http(url, path, token, trusting, connectTimeout);
  }

  Http trustingGallery() {
    return new Http(url, path, token, true, connectTimeout);
  }

  Http connectingWithin(Duration timeout) {
    return new Http(url, path, token, trusting, timeout);
  }

  @Override
  public McpClientTransport transport(Servers servers) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var builder =
        HttpClientStreamableHttpTransport.builder(url.apply(servers))
            .endpoint(path)
            .connectTimeout(connectTimeout)
            .requestBuilder(request);
    if (trusting) {
      builder.customizeClient(client -> client.sslContext(servers.trust()));
    }
    return builder.build();
  }
}

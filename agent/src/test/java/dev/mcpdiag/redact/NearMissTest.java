package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that look a little like secrets and that nobody could diagnose without. */
class NearMissTest {
  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unknown tool: search_tokens",
        "Tool not found: get_password_policy",
        "McpError: Session not found: 42",
        "MCP session with server terminated",
        "Debug ID 4bf92f3577b34da6a3ce929d0e0e4736",
        "request 550e8400-e29b-41d4-a716-446655440000 failed",
        "commit 6c426750a1b2c3d4e5f60718293a4b5c6d7e8f90",
        "io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport$Builder2",
        "java.lang.NoClassDefFoundError: com/fasterxml/jackson/databind/ObjectMapper",
        "com.acme.TokenException: no such customer",
        "org.springframework.security.AuthenticationException: Login failed",
        "at com.acme.TokenService.refresh(TokenService.java:42)",
        "Connection refused: auth.example.com:8443",
        "https://host.example.com:8443/mcp/v1 answered 503",
        "usage: max_tokens=4096, prompt_tokens: 17, tokenCount=3",
        "sessionTimeout=30 tokenType=opaque",
        "Bearer token is missing",
        "Bearer authentication required",
        "Basic understanding of the protocol",
        "Unauthorized: Bearer realm=\"mcp\", error=\"invalid_token\"",
        "Invalid request. Status code: 407",
        "Failed to send message: DummyEvent[responseInfo=503]",
        "java.util.concurrent.TimeoutException: Did not observe any item within 2000ms",
        "Cannot run program \"npx\": error=2, No such file or directory",
        "Tool (search) input validation failed: [/query: is missing]",
        "Incorrect result size: expected 1, actual 2",
        "/srv/build/projects/mcp-server-2025-11-25/src/main/java/App.java",
        "disk-full on task-runner-with-a-long-name",
        "PKIX path building failed: unable to find valid certification path to requested target",
        "Why? Because. What?",
        "npm install @modelcontextprotocol/server-everything@2025.11.25",
        "author: bob",
        "Invalid password for user bob",
        "password authentication failed for user",
        "the password is wrong",
        "The password has expired",
        "passwords do not match",
        "password must not be empty",
        "secret not found in the vault",
        "API key missing",
        "token endpoint answered 503",
        "Token refresh failed",
        "https://traces.example.com/trace/4bf92f3577b34da6a3ce929d0e0e4736",
        "image sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "took 1732291200123 ns, order 4111111111111112",
        "see com.acme.Handler@1a2b3c4d",
        "Could not select 'blue'",
      })
  void staysReadable(String message) {
    assertEquals(message, redactor.text(message, 1000));
  }
}

package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text holds the canary {@code hunter2canary}, in a place where a secret was seen before. */
class SecretsTest {
  private static final String CANARY = "hunter2canary";
  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=hunter2canary",
        "Connecting with PASSWORD = hunter2canary now",
        "{password=hunter2canary, user=bob}",
        "Login[user=bob, apiKey=hunter2canary]",
        "{\"password\":\"hunter2canary\",\"user\":\"bob\"}",
        "{\"client_secret\" : \"a \\\" b hunter2canary\"}",
        "data={\\\"accessToken\\\":\\\"x hunter2canary\\\"}",
        "{\"credentials\":{\"user\":\"bob\",\"value\":\"hunter2canary\"}}",
        "{'X-Api-Key': 'hunter2canary'}",
        "headers {authorization=[Custom hunter2canary], accept=[x]}",
        "Authorization: Custom a b hunter2canary",
        "Cookie: theme=dark; sid=hunter2canary",
        "Mcp-Session-Id: hunter2canary",
        "Invalid session id: hunter2canary",
        "Incorrect API key provided: hunter2canary.",
        "the password is: hunter2canary",
        "spring.datasource.password=hunter2canary",
        "GITHUB_TOKEN=hunter2canary npx server",
        "<password>hunter2canary</password>",
        "node server.js --token hunter2canary",
        "node server.js --api-key=hunter2canary",
        "[node, --token, hunter2canary, --verbose]",
        "[\"node\", \"--token\", \"hunter2canary\"]",
        "invalid password 'hunter2canary'",
        "password%3Dhunter2canary",
        "user.pin: hunter2canary",
        "otp=hunter2canary",
        "Server=db;Password=hunter2canary;Timeout=5",
        "jdbc:postgresql://10.0.3.7:5432/crm?user=svc&password=hunter2canary",
        "jdbc:oracle:thin:svc/hunter2canary@db:1521/crm",
        "https://svc:hunter2canary@host/mcp",
        "https://hunter2canary@host/mcp",
        "redis://:hunter2canary@host:6379",
        "https://svc:p/hunter2canary@host/mcp",
        "https://host/mcp?x=hunter2canary",
        "https://host/cb#access=hunter2canary",
        "GET /callback?code=hunter2canary&state=1 failed",
        "Authorization failed for Bearer hunter2canary!",
        "sent bearer hunter2canary",
        "header was 'Bearer%20hunter2canary'",
        "-----BEGIN PRIVATE KEY-----\nhunter2canary\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nhunter2canary",
        "pass\u200bword=hunter2\u200bcanary",
        "\u001b[31mpassword\u001b[0m=hunter2canary",
        "--header \"Authorization: Bearer hunter2canary\"",
        "client_assertion=hunter2canary&code_verifier=hunter2canary",
        "refresh_token: hunter2canary",
        "login with password hunter2canary failed",
        "the password is hunter2canary!",
        "DB_PASSWORD hunter2canary",
        "Incorrect API key hunter2canary",
        "expired token hunter2canary, try again",
        "user hunter2canary@example.com is unknown",
        "cannot open " + '/' + "home/hunter2canary/.ssh/config",
        "C:\\\\Users\\\\hunter2canary\\\\.npmrc is missing",
        "select id from users where name = 'hunter2canary'",
        "INSERT INTO users (name) VALUES ('x', 'hunter2canary')",
        "Key (mail)=(hunter2canary) already exists.",
        "Duplicate entry 'hunter2canary' for key 'users.mail'",
      })
  void hidesTheSecretOf(String raw) {
    String shown = redactor.text(raw, 1000);
    assertFalse(shown.contains(CANARY), shown);
    assertFalse(shown.contains("hunter2"), shown);
    assertTrue(shown.contains("[redacted]"), shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "gho_16C7e42F292c6912E7710c838347Ae178B4a",
        "ghs_16C7e42F292c6912E7710c838347Ae178B4a",
        "github_pat_11ABCDEFG0abcdefghij_klmnopqrst",
        "sk-proj-abcdefghijklmnopqrstuvwx",
        "xoxb-123456789012-abcdefghijkl",
        "AKIAIOSFODNN7EXAMPLE",
        "ASIAIOSFODNN7EXAMPLE",
        "AIzaSyA1234567890abcdefghijklmnopqrstuv",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "9xQ2mVb7Lr4TzK1pWc8YdN3sHf6J",
        "dXNlcjpwYXNzd29yZDEyMzQ1Njc4OTBhYmNkZWY=",
        "6c426750a1b2c3d4e5f60718293a4b5c6d7e8f90",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "4111 1111 1111 1111",
        "5500-0055-5555-5559",
        "378282246310005",
        "123-45-6789",
      })
  void knowsATokenByItsLooks(String token) {
    for (String frame : List.of("%s", "failed for %s.", "x=%s&y", "\"%s\"", "line\\n%s", "(%s)")) {
      String shown = redactor.text(frame.replace("%s", token), 1000);
      assertFalse(shown.contains(token.substring(0, 10)), shown);
      assertFalse(shown.contains(token.substring(token.length() - 8)), shown);
    }
  }

  @Test
  void leavesTheRestOfTheSentence() {
    assertEquals(
        "jdbc:postgresql://10.0.3.7:5432/crm?[redacted] refused (user bob)",
        redactor.text(
            "jdbc:postgresql://10.0.3.7:5432/crm?user=svc&password=x1 refused (user bob)", 99));
    assertEquals(
        "{\"password\":[redacted],\"user\":\"bob\"}",
        redactor.text("{\"password\":\"x\",\"user\":\"bob\"}", 99));
    assertEquals("Bearer [redacted], then 401", redactor.text("Bearer abc123def, then 401", 99));
  }

  @Test
  void hidesWhatTheUserNamed() {
    Redactor extended =
        Redactor.of(List.of("Kunden-Nummer", " "), List.of(Pattern.compile("ACME-\\d{4}")));
    assertEquals("kundennummer=[redacted]", extended.text("kundennummer=4711", 99));
    assertEquals("x [redacted] y", extended.text("x ACME-1234 y", 99));
    assertEquals("key=4711", extended.text("key=4711", 99));
  }

  @Test
  void givesUpTheTextWhenAPatternNeverEnds() {
    Redactor slow = Redactor.of(List.of(), List.of(Pattern.compile("(a+)+b")));
    assertEquals(Redactor.FAILED, slow.text("a".repeat(5000), 99));
  }
}

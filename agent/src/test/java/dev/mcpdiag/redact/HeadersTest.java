package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private final Redactor redactor = Redactor.standard();

  @Test
  void keepsTheFewThatExplainAFailure() {
    assertEquals("7", redactor.headerValue("Retry-After", "7"));
    assertEquals("0", redactor.headerValue("RateLimit-Remaining", "0"));
    assertEquals("0", redactor.headerValue("X-RateLimit-Remaining", "0"));
    assertEquals(
        "text/html; charset=utf-8",
        redactor.headerValue("content-type", "text/html; charset=utf-8"));
    assertEquals("cloudflare", redactor.headerValue("Server", "cloudflare"));
    assertEquals("1.1 squid X-Evil: 1", redactor.headerValue("Via", "1.1 squid\r\nX-Evil: 1"));
    assertEquals("present", redactor.headerValue("CF-Ray", "8f2a"));
  }

  @Test
  void dropsEveryOther() {
    for (String name :
        new String[] {"Authorization", "Set-Cookie", "Mcp-Session-Id", "Location", "X-Custom"}) {
      assertNull(redactor.headerValue(name, "x"), name);
    }
  }

  @Test
  void keepsOfAChallengeWhatIsWantedAndNotWhatIsSaid() {
    assertEquals(
        "Bearer error=\"insufficient_scope\", scope=\"files:read session:write\"",
        redactor.headerValue(
            "WWW-Authenticate",
            "Bearer realm=\"scope=\\\"no\\\"\", error=\"insufficient_scope\","
                + " error_description=\"token hunter2\", scope=\"files:read session:write\","
                + " resource_metadata=\"https://h/?x=hunter2\""));
    assertEquals("Bearer", redactor.headerValue("www-authenticate", "Bearer"));
    assertEquals("", redactor.headerValue("www-authenticate", "\u0000\"open"));
  }

  @Test
  void tellsWhatADescriptionIsAboutInWordsOfItsOwn() {
    Map<String, String> abouts =
        Map.of(
            "Jwt expired at 2026-01-01T00:00:00Z", "expired",
            "The access token has been revoked", "revoked",
            "The aud claim is not valid", "audience",
            "Jwt used before 2026-01-01T00:00:00Z", "not_yet_valid",
            "Provided token isn't active", "inactive",
            "Signed JWT rejected: Invalid signature", "signature");
    abouts.forEach(
        (description, about) ->
            assertEquals(
                about,
                Challenge.parse("Bearer error_description=\"" + description + "\"").about()));
    assertNull(Challenge.parse("Bearer error_description=\"no\"").about());
  }

  @Test
  void readsAChallengeWithoutQuotes() {
    assertEquals(
        new Challenge("Bearer", "invalid_token", null, null),
        Challenge.parse("Bearer error=invalid_token, realm=x"));
    assertEquals(
        new Challenge("DPoP", "use_dpop_nonce", null, null),
        Challenge.parse("DPoP error=\"use_dpop_nonce"));
  }
}

package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GalleryIT {
  private static Run run = new Run(-1, "", "");

  @BeforeAll
  static void visitTheGallery() throws Exception {
    run = Run.of();
  }

  @Test
  void endsWellAndSilentOnStderr() {
    assertEquals(0, run.exitCode(), run::stdout);
    assertEquals("", run.stderr());
    assertTrue(
        run.stdout().endsWith("behaved as expected: all " + Exhibits.ALL.size() + ".\n"),
        run::stdout);
  }

  @Test
  void printsTheSameBytesAgain() throws Exception {
    assertEquals(run.stdout(), Run.of().stdout());
  }

  @Test
  void showsWhatAnApplicationSees() {
    assertAll(
        () -> shows("healthy-http", "tools/call echo -> hello"),
        () -> shows("healthy-stdio", "tools/call echo -> hello"),
        () -> shows("dns", "ConnectException: null <- UnresolvedAddressException: null"),
        () -> shows("refused", "ConnectException: null <- ClosedChannelException: null"),
        () -> shows("connect-timeout", "HttpConnectTimeoutException: HTTP connect timed out"),
        () -> shows("tls-untrusted", "SunCertPathBuilderException: unable to find valid"),
        () -> shows("tls-expired", "CertificateExpiredException: NotAfter"),
        () -> shows("tls-wrong-host", "No subject alternative DNS name matching localhost"),
        () -> shows("tls-plaintext", "SSLException: Unrecognized SSL message"),
        () -> shows("auth-missing", "Authorization error when sending message"),
        () -> shows("auth-refused", "Authorization error when sending message"),
        () -> shows("rate-limit", "Received unexpected status code: 429"),
        () -> shows("unavailable", "Received unexpected status code: 503"),
        () -> shows("wrong-path", "Server Not Found. Status code:404"),
        () -> shows("unknown-tool", "McpError: Unknown tool"),
        () -> shows("tool-error", "isError, The catalogue could not be searched."),
        () -> shows("cancelled", "cancelled by the application"),
        () -> shows("slow-tool", "TimeoutException: Did not observe any item"),
        () -> shows("no-start", "initialize -> RuntimeException: Client failed to initialize"),
        () -> shows("stdio-missing", "TimeoutException: Did not observe any item"),
        () -> shows("stdio-exits", "TimeoutException: Did not observe any item"),
        () -> shows("stdio-noise", "TimeoutException: Did not observe any item"),
        () -> shows("stdio-crash", "tools/call crash -> ReactiveException"));
  }

  @Test
  void namesNoPort() {
    assertTrue(!Pattern.compile(":\\d{4,5}\\b").matcher(run.stdout()).find(), run::stdout);
  }

  private static void shows(String exhibit, String expected) {
    int start = run.stdout().indexOf("[" + exhibit + "] ");
    assertTrue(start >= 0, () -> "no exhibit " + exhibit + " in " + run.stdout());
    String result = run.stdout().substring(start).lines().skip(1).findFirst().orElse("");
    assertTrue(result.contains(expected), () -> exhibit + " showed: " + result);
  }
}

package dev.mcpdiag.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.SignIn;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What the application's own code for signing in threw, and when it is not believed. */
class SignInTest {
  private static final Classifier CLASSIFIER = new Classifier();

  @ParameterizedTest
  @MethodSource("customizers")
  void namesWhyARequestNeverLeft(
      Throwable thrown, String code, @Nullable String reason, Confidence confidence) {
    Facts facts = new Facts();
    SignIn.unprepared(thrown, facts);
    Verdict verdict = CLASSIFIER.judge(failed(thrown, facts));
    assertEquals(code, verdict.code(), verdict::because);
    assertEquals(reason, verdict.reason(), verdict::because);
    assertEquals(confidence, verdict.confidence(), verdict::because);
  }

  static List<Arguments> customizers() {
    String away = "MCP_AUTH_SERVER_UNAVAILABLE";
    String failed = "MCP_OAUTH_FAILED";
    return List.of(
        arguments(
            answer("{\"error\":\"invalid_grant\"}"), failed, "invalid_grant", Confidence.HIGH),
        arguments(answer("<html>no</html>"), failed, "http_400", Confidence.MEDIUM),
        arguments(
            new HttpServerErrorException(HttpStatus.BAD_GATEWAY),
            away,
            "server_unavailable",
            Confidence.MEDIUM),
        arguments(new Refused("{\"error\":\"access_denied\"}"), cancelled(), null, Confidence.HIGH),
        arguments(
            new IllegalStateException("token endpoint said invalid_grant"),
            failed,
            "invalid_grant",
            Confidence.LOW),
        arguments(
            new IllegalStateException(new ConnectException()),
            away,
            "connection_refused",
            Confidence.MEDIUM),
        arguments(new Coded("invalid_scope"), failed, "invalid_scope", Confidence.HIGH),
        arguments(new Coded("503"), away, "server_unavailable", Confidence.MEDIUM),
        arguments(new Coded("our secret"), "MCP_UNKNOWN", null, Confidence.LOW),
        arguments(
            new IllegalStateException(new HttpTimeoutException("slow")),
            away,
            "timeout",
            Confidence.MEDIUM),
        arguments(new NullPointerException(), "MCP_INTERNAL_ERROR", null, Confidence.HIGH),
        arguments(new Refused("{\"error\":\"our secret\"}"), "MCP_UNKNOWN", null, Confidence.LOW));
  }

  private static String cancelled() {
    return "MCP_OAUTH_CANCELLED";
  }

  private static HttpClientErrorException answer(String body) {
    return HttpClientErrorException.create(
        HttpStatus.BAD_REQUEST,
        "Bad Request",
        new HttpHeaders(),
        body.getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }

  @Test
  void blamesTheServerForAnExceptionThatCameAfterTheRequestLeft() {
    Facts facts = new Facts();
    SignIn.unprepared(new IllegalStateException("the first try"), facts);
    facts.note(FactKind.HTTP_REQUEST, "POST");
    assertEquals(
        "MCP_CONNECTION_REFUSED", CLASSIFIER.judge(failed(new ConnectException(), facts)).code());
  }

  @Test
  void callsASignInThatIsStillOpenTimedOutAndOneThatIsOverNot() {
    Facts facts = new Facts();
    SignIn.begun(facts);
    assertEquals("MCP_OAUTH_TIMEOUT", CLASSIFIER.judge(failed(timeout(), facts)).code());
    SignIn.ended(true, facts);
    facts.note(FactKind.HTTP_REQUEST, "POST");
    assertEquals("MCP_REQUEST_TIMEOUT", CLASSIFIER.judge(failed(timeout(), facts)).code());
  }

  @Test
  void tellsALibraryThatSignsInFromOneThatAsksForAToken() {
    Facts facts = new Facts();
    facts.preparing();
    facts.preparingElsewhere();
    assertEquals("MCP_REQUEST_TIMEOUT", CLASSIFIER.judge(failed(timeout(), facts)).code());
    SignIn.step(SignIn.SIGN_IN, facts);
    assertEquals("MCP_OAUTH_TIMEOUT", CLASSIFIER.judge(failed(timeout(), facts)).code());
    Runnable answered = SignIn.step(SignIn.TOKEN_REQUEST, facts);
    assertEquals("MCP_AUTH_SERVER_UNAVAILABLE", CLASSIFIER.judge(failed(timeout(), facts)).code());
    answered.run();
    assertEquals("MCP_OAUTH_TIMEOUT", CLASSIFIER.judge(failed(timeout(), facts)).code());
  }

  @Test
  void asksNothingOfAnExceptionThatOnlySaysThatTheCallWasGivenUp() {
    Facts facts = new Facts();
    facts.preparing();
    SignIn.unprepared(new IllegalStateException(new InterruptedException()), facts);
    facts.note(FactKind.OAUTH_STEP, "token");
    Verdict verdict = CLASSIFIER.judge(failed(timeout(), facts));
    assertEquals("MCP_AUTH_SERVER_UNAVAILABLE", verdict.code());
    assertEquals("timeout", verdict.reason());
  }

  @Test
  void saysThatTheSdkSentARequestAgainWithoutWhatTheSignInBrought() {
    Facts facts = new Facts();
    SignIn.begun(facts);
    SignIn.ended(true, facts);
    facts.note(FactKind.HTTP_CREDENTIALS, "none");
    facts.note(FactKind.HTTP_STATUS, "401");
    Verdict verdict = CLASSIFIER.judge(failed(new IllegalStateException(), facts));
    assertEquals("MCP_AUTH_REQUIRED", verdict.code());
    assertEquals("resent_unchanged", verdict.reason());
  }

  @Test
  void showsNoWordOfAnotherIssuer() {
    Facts facts = new Facts();
    IllegalStateException thrown =
        new IllegalStateException("The Issuer \"http://evil\" did not match the requested issuer");
    SignIn.failed(thrown, facts);
    Verdict verdict = CLASSIFIER.judge(failed(thrown, facts));
    assertEquals("issuer_mismatch", verdict.reason());
    assertEquals(true, verdict.isMute());
  }

  private static TimeoutException timeout() {
    return new TimeoutException("20000ms");
  }

  private static Case failed(Throwable thrown, Facts facts) {
    return Cases.thrown(Cases.TOOL_CALL, thrown, facts.all());
  }

  /** As libraries write them that nobody here knows. */
  public static final class Coded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String said;

    Coded(String said) {
      super("no token");
      this.said = said;
    }

    public String getErrorCode() {
      return said;
    }

    public String getStatusCode() {
      return said;
    }
  }

  /** As applications write them. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String body;

    Refused(String body) {
      super("no token");
      this.body = body;
    }

    public String getResponseBody() {
      return body;
    }
  }
}

package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
  private static final NextStep ASK = new NextStep("contact_admin", Map.of());

  @Test
  void startsCautious() {
    Diagnosis quota = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS).build();
    assertEquals(Retry.NO, quota.retry());
    assertFalse(quota.isRetryable());
    assertEquals(Optional.empty(), quota.retryAfter());
    assertEquals(Severity.ERROR, quota.severity());
    assertEquals(Confidence.HIGH, quota.confidence());
    assertEquals("The call did not succeed.", quota.message());
    assertEquals("NONE", quota.callToAction());
    assertEquals(List.of(), quota.nextSteps());
    assertEquals(Optional.empty(), quota.reason());
    assertEquals("", quota.documentation());
    assertEquals(Optional.empty(), quota.debugId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_B", "ACME_QUOTA", "ACME2_3_X9", "MCP_HTTP_404"})
  void takesAWellWrittenCode(String code) {
    assertEquals(code, Diagnosis.of(code, FailureType.INTERNAL).build().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "QUOTA",
        "acme_quota",
        "_ACME_QUOTA",
        "ACME_",
        "ACME__QUOTA",
        "9ACME_QUOTA",
        "ACME-QUOTA",
        "ACME QUOTA",
        "ACME_QUOTA\n",
        "ÄCME_QUOTA",
        "ACME_ÜBER"
      })
  void refusesABadlyWrittenCode(String code) {
    assertThrows(
        IllegalArgumentException.class, () -> Diagnosis.of(code, FailureType.INTERNAL), code);
  }

  @Test
  void takesSixtyThreeCharactersAndNotOneMore() {
    String longest = "A_" + "B".repeat(61);
    assertEquals(longest, Diagnosis.of(longest, FailureType.INTERNAL).build().code());
    assertThrows(
        IllegalArgumentException.class, () -> Diagnosis.of(longest + "B", FailureType.INTERNAL));
  }

  @Test
  void saysWhatIsWrongWithACodeAndWhereAndHowToFixIt() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> Diagnosis.of("quota", FailureType.BUSINESS));
    assertEquals(
        "\"quota\" is not a code (Diagnosis.of): use two or more words of A-Z and 0-9 joined by _,"
            + " the first letter A-Z, at most 63 characters, for example ACME_QUOTA",
        refused.getMessage());
  }

  static List<UnaryOperator<Diagnosis.Builder>> oneChangeEach() {
    return List.of(
        b -> b.retry(Retry.YES),
        b -> b.retryAfter(Duration.ofSeconds(3)),
        b -> b.severity(Severity.INFO),
        b -> b.message("Other."),
        b -> b.callToAction("RETRY"),
        b -> b.nextStep(ASK),
        b -> b.nextSteps(List.of()),
        b -> b.reason("other"),
        b -> b.confidence(Confidence.LOW),
        b -> b.documentation("other.md"),
        b -> b.debugId("1"));
  }

  @ParameterizedTest
  @MethodSource("oneChangeEach")
  void isEqualOnlyIfEverythingIs(UnaryOperator<Diagnosis.Builder> change) {
    Diagnosis one = Samples.everythingSaid();
    assertEquals(Samples.everythingSaid(), one);
    assertEquals(Samples.everythingSaid().hashCode(), one.hashCode());
    assertNotEquals(one, change.apply(one.toBuilder()).build());
  }

  @Test
  void isCopiedWhole() {
    assertEquals(Samples.everythingSaid(), Samples.everythingSaid().toBuilder().build());
  }

  @Test
  void doesNotChangeWhenItsBuilderGoesOn() {
    Diagnosis.Builder builder = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS);
    Diagnosis first = builder.build();
    builder.nextStep(ASK).message("Later.");
    assertEquals(List.of(), first.nextSteps());
    assertEquals("The call did not succeed.", first.message());
  }

  @Test
  void doesNotChangeWhenTheListGivenDoes() {
    List<NextStep> steps = new ArrayList<>(List.of(ASK));
    Diagnosis one = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS).nextSteps(steps).build();
    steps.clear();
    assertEquals(List.of(ASK), one.nextSteps());
    assertThrows(UnsupportedOperationException.class, () -> one.nextSteps().clear());
  }

  @ParameterizedTest
  @EnumSource
  void countsAsRetryableWhatAProgramCanWaitFor(Retry retry) {
    Diagnosis one = Diagnosis.of("ACME_QUOTA", FailureType.TRANSIENT).retry(retry).build();
    boolean canWait = retry == Retry.YES || retry == Retry.AFTER_DELAY || retry == Retry.ONCE;
    assertEquals(canWait, one.isRetryable());
  }

  @Test
  void keepsAWaitWithinAYear() {
    assertEquals(Duration.ZERO, waitKeptOf(Duration.ofSeconds(-5)));
    assertEquals(Duration.ofMillis(1500), waitKeptOf(Duration.ofNanos(1_500_999_999)));
    assertEquals(Duration.ofDays(365), waitKeptOf(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void dropsTheWaitBeforeARetryThatMustNotBe() {
    Diagnosis one = Samples.everythingSaid().toBuilder().retry(Retry.NO).build();
    assertEquals(Optional.empty(), one.retryAfter());
  }

  @Test
  void readsAsOneLineInALog() {
    assertEquals(
        "ACME_BUSY (transient, retryable) debug id 4bf92f3577b34da6a3ce929d0e0e4736 - Acme is"
            + " busy.",
        Samples.everythingSaid().toString());
    assertTrue(
        Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS)
            .build()
            .toString()
            .startsWith("ACME_QUOTA (business, not retryable) - "));
  }

  private static Duration waitKeptOf(Duration wait) {
    return Diagnosis.of("ACME_BUSY", FailureType.TRANSIENT)
        .retry(Retry.AFTER_DELAY)
        .retryAfter(wait)
        .build()
        .retryAfter()
        .orElseThrow();
  }
}

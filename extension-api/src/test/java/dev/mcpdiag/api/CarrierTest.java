package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarrierTest {
  /** What a server sends (reference/api.md#a-peers-diagnosis), as an SDK reads it. */
  static final Map<String, Object> SENT_BY_A_SERVER =
      Map.of(
          "status",
          "failure",
          "code",
          "MCP_TOOL_DEPENDENCY_FAILED",
          "failureType",
          "transient",
          "retryable",
          true,
          "retryAfterMs",
          2000,
          "message",
          "A service used by search is unavailable.",
          "traceId",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "attemptedAction",
          Map.of("tool", "search", "argumentNames", List.of("query")),
          "partialResults",
          Map.of("available", true, "count", 3),
          "alternativeApproaches",
          List.of(Map.of("action", "retry_same", "params", Map.of("delayMs", 2000))));

  @Test
  void losesNothingOnTheWay() {
    Diagnosis sent = Samples.everythingSaid();
    assertEquals(Optional.of(sent), Carrier.fromMap(Carrier.toMap(sent)));
  }

  @Test
  void losesNothingOfAPlainOneEither() {
    Diagnosis sent = Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS).build();
    assertEquals(Optional.of(sent), Carrier.fromMap(Carrier.toMap(sent)));
  }

  @Test
  void readsWhatAServerSends() {
    Diagnosis read = Carrier.fromMap(SENT_BY_A_SERVER).orElseThrow();
    assertEquals("MCP_TOOL_DEPENDENCY_FAILED", read.code());
    assertEquals(FailureType.TRANSIENT, read.failureType());
    assertEquals(Retry.AFTER_DELAY, read.retry());
    assertEquals(Optional.of(Duration.ofSeconds(2)), read.retryAfter());
    assertEquals("A service used by search is unavailable.", read.message());
    assertEquals(Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"), read.debugId());
    assertEquals(List.of(new NextStep("retry_same", Map.of("delayMs", 2000))), read.nextSteps());
  }

  @Test
  void takesTheBooleanWhereTheWordIsMissing() {
    Map<String, Object> map = new HashMap<>(SENT_BY_A_SERVER);
    map.remove("retryAfterMs");
    assertEquals(Retry.YES, Carrier.fromMap(map).orElseThrow().retry());
    map.put("retryable", false);
    assertEquals(Retry.NO, Carrier.fromMap(map).orElseThrow().retry());
  }

  @Test
  void findsNothingInWhatIsNoDiagnosis() {
    assertEquals(Optional.empty(), Carrier.fromMap(Map.of()));
    assertEquals(Optional.empty(), readWith("code", "not a code"));
    assertEquals(Optional.empty(), readWith("code", 7));
    assertEquals(Optional.empty(), readWith("failureType", "magical"));
  }

  @Test
  void skipsWhatAPeerWroteWrongly() {
    for (String key : List.of("message", "traceId", "retryable", "alternativeApproaches")) {
      assertTrue(readWith(key, new Object()).isPresent(), key);
    }
    assertTrue(readWith("retryAfterMs", Long.MIN_VALUE).isPresent());
    assertTrue(
        readWith("alternativeApproaches", List.of(1, Map.of(), Map.of("action", 2))).isPresent());
  }

  @Test
  void cutsATextThatAPeerMadeTooLong() {
    Diagnosis read = readWith("message", "x".repeat(100_000)).orElseThrow();
    assertEquals(500, read.message().length());
  }

  private static Optional<Diagnosis> readWith(String key, Object value) {
    Map<String, Object> map = new HashMap<>(SENT_BY_A_SERVER);
    map.put(key, value);
    return Carrier.fromMap(map);
  }
}

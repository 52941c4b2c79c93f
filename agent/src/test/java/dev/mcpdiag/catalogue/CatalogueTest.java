package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void hasSixtyOneCodesOfFiveTypes() {
    Map<FailureType, Integer> byType = new EnumMap<>(FailureType.class);
    Catalogue.entries().forEach(entry -> byType.merge(entry.failureType(), 1, Integer::sum));
    assertEquals(61, Catalogue.entries().size(), "a code may be added, and none taken: count it");
    assertEquals(
        Map.of(
            FailureType.VALIDATION, 20,
            FailureType.TRANSIENT, 18,
            FailureType.PERMISSION, 11,
            FailureType.INTERNAL, 7,
            FailureType.BUSINESS, 5),
        byType);
  }

  @Test
  void namesEachCodeOnceInAtMost63Characters() {
    Set<String> seen = new HashSet<>();
    for (CodeEntry entry : Catalogue.entries()) {
      assertTrue(seen.add(entry.code()), "twice: " + entry.code());
      assertTrue(entry.code().matches("MCP_[A-Z0-9]+(_[A-Z0-9]+)*"), entry.code());
      assertTrue(entry.code().length() <= 63, entry.code());
      assertEquals(entry, Catalogue.find(entry.code()).orElseThrow());
    }
    assertTrue(Catalogue.find("ACME_QUOTA").isEmpty());
  }

  @Test
  void hasOneConstantForEachRow() throws IllegalAccessException {
    Set<String> constants = new HashSet<>();
    for (Field field : Codes.class.getFields()) {
      assertEquals("MCP_" + field.getName(), field.get(null));
      constants.add("MCP_" + field.getName());
    }
    Set<String> rows = new HashSet<>();
    Catalogue.entries().forEach(entry -> rows.add(entry.code()));
    assertEquals(rows, constants);
  }

  @Test
  void usesOnlyWordsOfTheClosedSets() {
    assertEquals(32, Vocabulary.ACTIONS.size());
    assertEquals(13, Vocabulary.CALLS_TO_ACTION.size());
    for (CodeEntry entry : Catalogue.entries()) {
      assertTrue(Vocabulary.CALLS_TO_ACTION.contains(entry.callToAction()), entry.code());
      assertFalse(entry.nextSteps().isEmpty(), entry.code());
      for (NextStep step : entry.nextSteps()) {
        assertTrue(Vocabulary.ACTIONS.contains(step.action()), entry.code() + " " + step.action());
      }
    }
  }

  @Test
  void saysForEachRetryHowLongToWaitAndHowOften() {
    for (CodeEntry entry : Catalogue.entries()) {
      for (NextStep step : entry.nextSteps()) {
        if (step.action().equals("retry_same")) {
          assertTrue(step.params().get("delayMs") instanceof Integer, entry.code());
          assertTrue(step.params().get("maxAttempts") instanceof Integer, entry.code());
          assertTrue(
              entry.retry() != Retry.ONCE
                  || Integer.valueOf(1).equals(step.params().get("maxAttempts")),
              entry.code());
        }
      }
    }
  }

  @Test
  void offersAWayOnForEverythingThatIsRetryable() {
    for (CodeEntry entry : Catalogue.entries()) {
      if (entry.isRetryable()) {
        Set<String> actions = new HashSet<>();
        entry.nextSteps().forEach(step -> actions.add(step.action()));
        actions.retainAll(Set.of("retry_same", "wait", "restart_process"));
        assertFalse(actions.isEmpty(), entry.code());
      }
    }
  }

  @Test
  void usesOnlyPlaceholdersThatCanBeFilled() {
    Pattern braces = Pattern.compile("\\{([^}]*)}");
    for (CodeEntry entry : Catalogue.entries()) {
      Matcher matcher = braces.matcher(entry.message());
      while (matcher.find()) {
        assertTrue(SafeText.PLACEHOLDERS.contains(matcher.group(1)), entry.code());
      }
      for (NextStep step : entry.nextSteps()) {
        assertFalse(step.params().values().toString().contains("{"), entry.code());
      }
    }
  }

  @Test
  void leavesAWholeSentenceWhenNothingIsKnown() {
    for (CodeEntry entry : Catalogue.entries()) {
      String sentence = SafeText.fill(entry.message(), Map.of());
      assertTrue(sentence.matches("([A-Z][A-Za-z ,/-]*[A-Za-z]\\.( |$))+"), sentence);
      assertFalse(sentence.contains("  "), sentence);
    }
  }

  @Test
  void isPlainAsciiThatATerminalCanShow() {
    for (CodeEntry entry : Catalogue.entries()) {
      String all = entry.toString();
      assertTrue(all.chars().allMatch(c -> c >= 0x20 && c < 0x7f), all);
      assertTrue(entry.title().length() <= 40, entry.title());
      assertTrue(entry.meaning().endsWith("."), entry.meaning());
      assertEquals("docs/codes/" + entry.code() + ".md", entry.documentation());
    }
  }

  @Test
  void keepsTheWordsThatUsersWerePromised() {
    assertEquals("Authentication required for crm.", filled(Codes.AUTH_REQUIRED));
    assertEquals("Server URL cannot be resolved (crm).", filled(Codes.DNS_FAILURE));
    assertEquals("Connection blocked by proxy/SSE config (crm).", filled(Codes.PROXY_SSE_ISSUE));
    assertEquals("Server error, try again. Debug ID: 4bf92f", filled(Codes.INTERNAL_ERROR));
  }

  private static String filled(String code) {
    String template = Catalogue.find(code).orElseThrow().message();
    return SafeText.fill(template, Map.of("server", "crm", "traceId", "4bf92f"));
  }
}

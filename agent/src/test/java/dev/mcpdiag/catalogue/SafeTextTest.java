package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SafeTextTest {
  private static final String LIMITED = "{server} is limiting requests. Try again in {seconds} s.";

  @Test
  void fillsWhatIsKnown() {
    assertEquals(
        "crm is limiting requests. Try again in 7 s.",
        SafeText.fill(LIMITED, Map.of("server", "crm", "seconds", "7")));
  }

  @Test
  void saysLaterWhenNobodySaidWhen() {
    assertEquals(
        "crm is limiting requests. Try again later.",
        SafeText.fill(LIMITED, Map.of("server", "crm")));
    assertEquals(
        "The server did not answer in time.",
        SafeText.fill("{server} did not answer within {seconds} s.", Map.of("seconds", " \u200b")));
  }

  @Test
  void dropsBracketsThatWouldBeEmpty() {
    assertEquals(
        "The program for crm stopped.",
        SafeText.fill(
            "The program for {server} stopped (exit {exitCode}).", Map.of("server", "crm")));
    assertEquals(
        "crm has no such tool.",
        SafeText.fill("{server} has no tool named {tool}.", Map.of("server", "crm")));
  }

  @Test
  void keepsTheCaseOfAName() {
    assertEquals("crm is busy.", SafeText.fill("{server} is busy.", Map.of("server", "crm")));
  }

  @Test
  void takesBracesInsideAValueForText() {
    assertEquals(
        "{traceId} is busy, $1.",
        SafeText.fill("{server} is busy, {tool}.", Map.of("server", "{traceId}", "tool", "$1")));
  }

  @Test
  void leavesForeignBracesOfAnExtensionAlone() {
    assertEquals("a {plan} { b", SafeText.fill("{server} {plan} { b", Map.of("server", "a")));
  }

  @Test
  void showsAValueAsOneShortLineOfVisibleCharacters() {
    String hostile = "\u001b[31mcr\u202em\u200b\r\nX-Header: 1\u0007" + "y".repeat(200);
    String shown = SafeText.fill("<{server}>", Map.of("server", hostile));
    assertEquals("<crm X-Header: 1" + "y".repeat(80 - 15 - 3 - 0) + "...>", shown);
  }
}

package dev.mcpdiag.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final String NEWEST = TestedVersions.newest();

  @Test
  void areThoseOfTheNewestWhereTheVersionIsNotKnown() {
    assertEquals(Places.expected(NEWEST), Places.expected("?"));
    assertEquals(Places.expected(NEWEST), Places.expected("99.0.0"));
    assertTrue(Places.isNewer("99.0.0"));
    assertFalse(Places.isNewer("?"));
    assertFalse(Places.isNewer(NEWEST));
  }

  @Test
  void areThoseThatBothNeighboursHaveWhereTheVersionWasNotTested() {
    assertTrue(streamable("1.1.5").contains("authorized"));
    assertFalse(streamable("1.1.2").contains("authorized"));
    assertTrue(streamable("1.1.2").contains("preparing"));
  }

  private static Set<String> streamable(String version) {
    return Places.expected(version).getOrDefault("HttpClientStreamableHttpTransport", Set.of());
  }

  @Test
  void areNoneBeforeTheOldest() {
    assertEquals(Map.of(), Places.expected("0.9.0"));
  }

  @Test
  void differFromVersionToVersion() {
    assertNotEquals(Places.expected("0.10.0"), Places.expected(NEWEST));
    assertFalse(Places.expected("0.10.0").containsKey("LifecycleInitializer"));
  }

  @Test
  void ofAHookHaveWords() {
    for (Set<String> hooks : Places.expected(NEWEST).values()) {
      for (String hook : hooks) {
        assertNotEquals(hook, HookWords.of(hook), "put words for " + hook + " into HookWords");
      }
    }
  }
}
